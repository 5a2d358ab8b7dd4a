import type { EventType } from "./events";
import type { GuardName } from "./guards";
import { procedureOf } from "./procedure";
import { type Region, regionsOf, statesOfRegion } from "./regions";
import type { ActorRole, Kind } from "./roles";
import { inquiryState, type StateId } from "./states";

export type OutlineState = { readonly id: string; readonly isMain: boolean; readonly isFinal: boolean };
export type OutlineTransition = {
  readonly row: string;
  readonly region: Region;
  readonly from: string;
  readonly to: string;
  readonly event: EventType;
  readonly by: readonly ActorRole[];
  readonly guards: readonly GuardName[];
};
export type OutlineRegion = {
  readonly id: Region;
  readonly initial: string;
  readonly states: readonly OutlineState[];
  readonly transitions: readonly OutlineTransition[];
};
export type Outline = {
  readonly kind: Kind;
  readonly mainPath: readonly StateId[];
  readonly regions: readonly OutlineRegion[];
};

/** The path of a case that is read, admitted, looked into and decided. */
export function mainPathOf(kind: Kind): StateId[] {
  const assessed: StateId[] = kind === "complaint" ? ["assessmentReview"] : [];
  const heard: StateId[] = kind === "tip" ? [] : ["provisionalFindings"];
  const published: StateId[] = kind === "complaint" ? ["publicationReview"] : [];
  const start: StateId[] = ["submitted", "received", "preliminaryAssessment", ...assessed, "admitted"];
  const decided: StateId[] = ["decisionReview", "decisionPending", ...published, "concluded", "closed", "archived"];
  return [...start, inquiryState(kind), ...heard, ...decided];
}

function outlineRegion(kind: Kind, region: Region, mainPath: readonly string[]): OutlineRegion {
  const states = statesOfRegion(kind, region);
  const transitions = procedureOf(kind)
    .moves.filter(({ row }) => row.region === region && row.to !== "@same")
    .map(({ row, from, to }) => ({ row: row.id, region, from, to, event: row.event, by: row.by, guards: row.guards }));
  return {
    id: region,
    initial: states[0] ?? "",
    states: states.map((id) => ({ id, isMain: mainPath.includes(id), isFinal: id === "archived" || id === "purged" })),
    transitions,
  };
}

/**
 * Describes the procedure of a kind for drawing: the case page's map, the public procedure page and the diagrams come from here.
 *
 * Shape: region by region, states in the order in which a case meets them; transitions without the side acts that are open in every state.
 */
export function describe(kind: Kind): Outline {
  const mainPath = mainPathOf(kind);
  return { kind, mainPath, regions: regionsOf(kind).map((region) => outlineRegion(kind, region, mainPath)) };
}
