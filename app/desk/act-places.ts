import { rowsOf } from "~workflows/rows";
import { stepOf } from "./act-key";
import type { CaseRecord, EventType, Kind, OpenAct, Region } from "./records";

/** Where an act stands on the page: with the steps of the procedure, with its region, or with what is possible at any time. */
export type Place = "main" | "always" | Exclude<Region, "procedure">;

/** Steps that people look for somewhere else than where the tables list them. */
const ELSEWHERE: Partial<Record<EventType, Place>> = {
  "withdrawal.confirm": "standing",
  "consent.record": "standing",
  "access.narrow": "protection",
  "inquiry.plan": "main",
  "inquiry.review": "main",
};

/** Where an event stands. A step of the procedure counts even when it leaves the case where it is; a side act does not. */
export function placeOf(kind: Kind, event: EventType): Place {
  const known = ELSEWHERE[event];
  if (known) return known;
  const rows = rowsOf(kind).filter((row) => row.event === event);
  const own = rows.find(({ region }) => region === "procedure");
  if (own) return own.to === "@same" ? "always" : "main";
  const region = rows[0]?.region;
  return !region || region === "procedure" ? "always" : region;
}

/** Where an open act stands; a proposal stands where the step does that it is for. */
export function placeOfAct(kind: Kind, act: Pick<OpenAct, "event" | "for">): Place {
  return placeOf(kind, stepOf(act));
}

/** States of the regions beside the procedure in which somebody has to do something soon. */
const PRESSING: { readonly [region in Region]?: readonly string[] } = {
  statutoryClock: ["ackBreached", "feedbackBreached"],
  standing: ["withdrawalRequested"],
  urgency: ["flagged", "acted"],
  evidence: ["integrityIncident"],
  protection: ["incidentOpen"],
  conflict: ["inReview"],
  keys: ["rewrapPending", "keyIncident"],
  interim: ["recommended"],
};

/** Whether a region of the case is in a state that does not wait. */
export function isPressing({ snapshot }: Pick<CaseRecord, "snapshot">, region: Region): boolean {
  const places: { readonly [region in Region]?: string } = snapshot.value;
  return PRESSING[region]?.includes(places[region] ?? "") ?? false;
}
