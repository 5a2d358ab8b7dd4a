import type { Duty } from "./deadlines";
import type { EventType } from "./events";
import type { GuardName } from "./guards";
import { procedureOf } from "./procedure";
import type { ActorRole, Kind } from "./roles";
import { inquiryState, type StateId, statesOf } from "./states";

export type OutlineState = { readonly id: StateId; readonly isMain: boolean; readonly isFinal: boolean };
export type OutlineTransition = {
  readonly row: string;
  readonly from: StateId;
  readonly to: StateId;
  readonly event: EventType;
  readonly by: readonly ActorRole[];
  readonly guards: readonly GuardName[];
};
export type Outline = {
  readonly kind: Kind;
  readonly mainPath: readonly StateId[];
  readonly states: readonly OutlineState[];
  readonly transitions: readonly OutlineTransition[];
};

/** The path of a case that is read, admitted, looked into and decided. */
function mainPathOf(kind: Kind): StateId[] {
  const work = inquiryState(kind);
  const start: StateId[] = ["submitted", "received", "preliminaryAssessment", "admitted", work];
  return [...start, "decisionReview", "decisionPending", "concluded", "closed", "archived"];
}

/**
 * Describes the procedure of a kind for drawing: the case page's map, the public procedure page and the diagrams come from here.
 *
 * Shape: states in the order in which a case meets them; transitions without the side acts that are open in every state.
 */
export function describe(kind: Kind): Outline {
  const mainPath = mainPathOf(kind);
  const states = statesOf(kind).map((id) => ({ id, isMain: mainPath.includes(id), isFinal: id === "archived" }));
  const transitions = procedureOf(kind)
    .moves.filter(({ row }) => row.to !== "@same")
    .map(({ row, from, to }) => ({ row: row.id, from, to, event: row.event, by: row.by, guards: row.guards }));
  return { kind, mainPath, states, transitions };
}

/** The event that the sweep sends when a duty is past its day; null where a miss is counted but moves nothing. */
export function expiryEvent(kind: Kind, duty: Duty): EventType | null {
  const { moves } = procedureOf(kind);
  return moves.find(({ row, from }) => from === duty && row.by.includes("system"))?.row.event ?? null;
}
