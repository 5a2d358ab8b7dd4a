export {
  ATTESTATIONS,
  type Attestation,
  CHECK_RESULTS,
  CLOSURE_GROUNDS,
  CONSENT_PURPOSES,
  type ConsentPurpose,
  GROUNDS,
  type Ground,
  IMPLEMENTATION_CODES,
  minimumOf,
  type Outcome,
  outcomesOf,
  outcomesOfEvent,
  QUARANTINE_REASONS,
  RECOMMENDATIONS,
  REVIEW_REASONS,
  type ReviewReason,
  TIERS,
  type Tier,
  WITHHOLD_GROUNDS,
} from "./codes";
export type { Allegation, CaseContext, CaseStart, Consent, Proposal } from "./context";
export {
  addDays,
  addMonths,
  addWorkingDays,
  type Day,
  DayError,
  isWeekend,
  SATURDAY_SUNDAY,
  type Weekend,
} from "./days";
export { type Duty, dutyOf, newFactsWindowEnd, reviewWindowEnd, SIDE_DUTIES } from "./duties";
export type { Effect } from "./effects";
export { type CaseEvent, type Codes, EVENTS, type EventType, isEventType } from "./events";
export { type Expiry, expiries } from "./expiry";
export type { Digest, DirectoryFact, Facts, ItemFact, LeadFact } from "./facts";
export type { GuardName } from "./guards";
export { PAUSE_DAYS, purposeOf } from "./guards/attested";
export { FORM_NEEDS, type FormNeed } from "./guards/check";
export { LEAST_READERS } from "./guards/keys";
export { HANDED_KINDS, type HandedKind, type Handover, handoverOf } from "./handover";
export { type Limits, PUBLISHED_LIMITS, PUBLISHED_LIMITS_VERSION } from "./limits";
export { MILESTONES, type Milestone, type MilestoneId, milestones } from "./milestones";
export { type Owner, ownerOf } from "./misses";
export { type Actor, type BlockedAct, type OpenAct, type OpenActs, openActs } from "./open-acts";
export { describe, type Outline, type OutlineRegion, type OutlineState, type OutlineTransition } from "./outline";
export { caseMachine } from "./procedure";
export { PUBLISHING, publishes } from "./publications";
export { REFUSAL_RULES, Refusal, type RefusalRule } from "./refusal";
export { type Places, type Region, regionsOf, SIDE_REGIONS, type SideRegion, statesOfRegion } from "./regions";
export {
  type ActorId,
  type ActorRole,
  CASE_ROLES,
  CHANNELS,
  type Channel,
  KINDS,
  type Kind,
  type PersonId,
  ROLES,
  type Role,
} from "./roles";
export { type CaseSnapshot, restore, SnapshotError, startCase, stateOf } from "./snapshot";
export { STANDARDS, type Standard } from "./standards";
export { inquiryState, openStatesOf, STATES, type StateId, statesOf } from "./states";
export { type StepResult, step } from "./step";
export { MACHINE_VERSION } from "./version";
