import type { ActorRole, EventType } from "~workflows";
import type { RefusalRule } from "~workflows/refusal";
import type { Who } from "./cast";
import type { Node } from "./key";

export type Edge = { readonly from: string; readonly to: string; readonly byReporter: boolean };
/**
 * What a walk through all reachable cases found.
 *
 * Shape: `nodes` are the different cases, `edges` the ways between them; the reporter's are kept apart, to see what happens when the
 *        reporter never comes back. `odd` are steps that were refused for another reason than that the tables do not list them,
 *        `frozen` clocks that ran out and that nothing heard.
 */
export type Exploration = {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  readonly triples: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  readonly odd: ReadonlySet<string>;
  readonly frozen: ReadonlySet<string>;
  readonly taken: number;
  readonly refused: number;
};

/** Events by which the clock speaks. */
export const CLOCK: readonly EventType[] = [
  ...(["deadline.expired", "deadline.missed", "clock.day7", "clock.month3", "clock.month6", "clock.reminder"] as const),
  ...(["silence.detected", "checkin.due", "purge.execute", "case.archive"] as const),
];
/** Everybody who can cause an event. */
export const ROLES: readonly ActorRole[] = [
  ...(["intake", "investigator", "ombudsperson", "reviewer"] as const),
  ...(["liaison", "administrator", "reporter", "system"] as const),
];
/** What a step is refused for where the tables do not list it for this state, event and role. */
export const UNLISTED: readonly RefusalRule[] = ["notInThisState", "notYourRole", "archivedCase", "notThisDuty"];

/** Those who should not: undeclared, recused, or with a part in the case that does not go with this one. */
export const OTHERS: readonly Who[] = ["newcomer", "struck", "many", "tess", "ida", "omar", "vera", "adam"];

/** Far more cases than there are. */
export const MOST = 40_000;

/** Makes sure that no step changes the case that it was given. */
export function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
