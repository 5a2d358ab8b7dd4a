import type { Kind } from "./roles";

/** States of the procedure region, in the order in which a case meets them. */
export const STATES = [
  "submitted",
  "quarantined",
  "received",
  "preliminaryAssessment",
  "awaitingInfo",
  "closureReview",
  "admitted",
  "underInvestigation",
  "underInquiry",
  "decisionReview",
  "decisionPending",
  "concluded",
  "followUp",
  "closed",
  "reviewRequested",
  "archived",
] as const;
export type StateId = (typeof STATES)[number];

/** The state in which a case of this kind is worked on: tips are investigated, grievances and complaints inquired into. */
export function inquiryState(kind: Kind): "underInvestigation" | "underInquiry" {
  return kind === "tip" ? "underInvestigation" : "underInquiry";
}

/** States that a case of this kind can be in. */
export function statesOf(kind: Kind): StateId[] {
  const other = kind === "tip" ? "underInquiry" : "underInvestigation";
  return STATES.filter((state) => state !== other);
}
