import type { ChangeName } from "./changes";
import type { EventType } from "./events";
import type { GuardName } from "./guards";
import type { Region, SideState } from "./regions";
import type { ActorRole } from "./roles";
import type { StateId } from "./states";

/** Where a row starts: states, or "@inquiry" (the kind's work state), "@work" (assessment and work), "@open" (arrival to closing), "*" (all but archived). */
export type From = StateId | SideState | "@inquiry" | "@work" | "@open" | "*";
/** Where a row leads: a state, "@inquiry", "@origin" (the state that was left for this side state), "@rest" (what is left of several that wait) or "@same" (the case stays where it is). */
export type To = StateId | SideState | "@inquiry" | "@origin" | "@rest" | "@same";

/**
 * One row of the published procedure tables, as data.
 *
 * Shape: a row to "@same" is a side act: it moves nothing and does not count as a step taken in the case.
 *        `raises` are events that the other regions hear once the row is taken.
 */
export type Row = {
  readonly id: string;
  readonly region: Region;
  readonly from: readonly From[];
  readonly event: EventType;
  readonly by: readonly ActorRole[];
  readonly guards: readonly GuardName[];
  readonly to: To;
  readonly changes: readonly ChangeName[];
  readonly raises: readonly EventType[];
};

/** The short names of the published tables. `L` is the authority's contact, or the officer who enters its answer. */
export const T = "intake";
export const I = "investigator";
export const O = "ombudsperson";
export const V = "reviewer";
export const L = "liaison";
export const A = "administrator";
export const R = "reporter";
export const S = "system";
/** An authority's answer: by its contact with a key of their own, or by the officer who enters it. */
export const AUTHORITY = [L, T, I] as const;

type More = { readonly changes?: readonly ChangeName[]; readonly raises?: readonly EventType[] };

/**
 * Writes rows of one region as the published tables do: id, from, event, by, guards, to. A step that tells the reporter
 * (G-NOTICE) is feedback in the sense of the Directive, so that no row can forget to say so.
 */
export function rowsIn(region: Region) {
  return (
    id: string,
    from: From | readonly From[],
    event: EventType,
    by: readonly ActorRole[],
    guards: readonly GuardName[],
    to: To,
    { changes = [], raises = [] }: More = {},
  ): Row => {
    // Telling reporters that their identity has to be disclosed is no answer to what they reported.
    const tells = guards.includes("G-NOTICE") && event !== "identity.disclose";
    return {
      id,
      region,
      from: typeof from === "string" ? [from] : from,
      event,
      by: [...new Set(by)],
      guards,
      to,
      changes: tells ? ["notice", ...changes] : changes,
      raises: tells ? ["feedback.give", ...raises] : raises,
    };
  };
}
