import type { Kind } from "./roles";

const T = "tip";
const G = "grievance";
const C = "complaint";
const ALL = [T, G, C] as const;

/** States of the procedure region, in the order in which a case meets them, with the kinds that have them. */
const STATE_KINDS = {
  submitted: ALL,
  quarantined: ALL,
  received: ALL,
  preliminaryAssessment: ALL,
  coordination: [C],
  suspendedSubJudice: [G],
  assessmentReview: [C],
  awaitingInfo: ALL,
  closureReview: ALL,
  referralReview: ALL,
  referralInProgress: ALL,
  referredMonitoring: ALL,
  consolidationReview: ALL,
  consolidated: ALL,
  admitted: ALL,
  underInvestigation: [T],
  underInquiry: [G, C],
  fairComment: [T],
  agencyReply: [G],
  observations: [G],
  solutionPending: [G],
  respondentReply: [C],
  endUseCheckPending: [C],
  goodOfficesOffered: [C],
  goodOffices: [C],
  provisionalFindings: [G, C],
  decisionReview: ALL,
  decisionPending: ALL,
  recommendationIssued: [G],
  specialReportPending: [G],
  publicationReview: [C],
  concluded: ALL,
  followUp: ALL,
  closed: ALL,
  reviewRequested: ALL,
  archived: ALL,
} as const satisfies Record<string, readonly Kind[]>;
export type StateId = keyof typeof STATE_KINDS;
export const STATES = Object.keys(STATE_KINDS) as StateId[];

/** The state in which a case of this kind is worked on: tips are investigated, grievances and complaints inquired into. */
export function inquiryState(kind: Kind): "underInvestigation" | "underInquiry" {
  return kind === "tip" ? "underInvestigation" : "underInquiry";
}

/** States that a case of this kind can be in. */
export function statesOf(kind: Kind): StateId[] {
  return STATES.filter((state) => STATE_KINDS[state].some((known: Kind) => known === kind));
}

const NOT_OPEN: readonly StateId[] = ["submitted", "quarantined", "closed", "archived"];

/** Every state between arrival and closing. */
export function openStatesOf(kind: Kind): StateId[] {
  return statesOf(kind).filter((state) => !NOT_OPEN.includes(state));
}
