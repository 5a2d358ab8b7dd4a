import type { Kind } from "./roles";
import { type StateId, statesOf } from "./states";

/** The regions of a case that run beside the procedure, with their states; the first state is the one a case starts in. */
export const SIDE_REGIONS = {
  statutoryClock: [
    "ackDue",
    "ackBreached",
    "feedbackDue",
    "feedbackExtended",
    "feedbackBreached",
    "feedbackGiven",
    "outcomeGiven",
  ],
  standing: ["participating", "withdrawalRequested", "silent", "withdrawn", "unlinked"],
  urgency: ["normal", "flagged", "acted"],
  evidence: ["empty", "collecting", "sealed", "integrityIncident"],
  correspondence: ["idle", "officeOwes", "reporterOwes"],
  protection: ["unassessed", "assessed", "measuresActive", "incidentOpen", "monitoring", "ended"],
  conflict: ["clear", "inReview"],
  keys: ["current", "rewrapPending", "keyIncident"],
  retention: ["active", "scheduled", "onHold", "purged"],
  interim: ["none", "recommended", "inForce", "declined"],
} as const;
export type SideRegion = keyof typeof SIDE_REGIONS;
export type Region = "procedure" | SideRegion;
export type SideState = (typeof SIDE_REGIONS)[SideRegion][number];

/** Where a case stands, region by region. A tip has no `interim`. */
export type Places = { readonly procedure: StateId } & { readonly [region in SideRegion]?: SideState };

/** The regions of a kind, the procedure first. Interim measures exist where somebody can ask an authority for them. */
export function regionsOf(kind: Kind): readonly Region[] {
  const sides = Object.keys(SIDE_REGIONS) as SideRegion[];
  return ["procedure", ...sides.filter((region) => region !== "interim" || kind !== "tip")];
}

/** The states of one region for a kind, in the order in which they are told. */
export function statesOfRegion(kind: Kind, region: Region): readonly string[] {
  return region === "procedure" ? statesOf(kind) : SIDE_REGIONS[region];
}

/** Where a new case of this kind stands. */
export function firstPlaces(kind: Kind): Places {
  return Object.fromEntries(
    regionsOf(kind).map((region) => [region, statesOfRegion(kind, region)[0]]),
  ) as unknown as Places;
}
