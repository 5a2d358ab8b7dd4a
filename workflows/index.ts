export {
  CLOSURE_GROUNDS,
  GROUNDS,
  type Ground,
  IMPLEMENTATION_CODES,
  minimumOf,
  type Outcome,
  outcomesOf,
  QUARANTINE_REASONS,
  REVIEW_REASONS,
  type ReviewReason,
  TIERS,
  type Tier,
} from "./codes";
export type { CaseContext, CaseStart, Proposal } from "./context";
export { addDays, addMonths, addWorkingDays, type Day, DayError } from "./days";
export { type Duty, duesOf, newFactsWindowEnd, reviewWindowEnd } from "./deadlines";
export type { Effect } from "./effects";
export { type CaseEvent, type Codes, EVENTS, type EventType, isEventType } from "./events";
export type { Digest, DirectoryFact, Facts, ItemFact } from "./facts";
export type { GuardName } from "./guards";
export { FORM_NEEDS, type FormNeed } from "./guards/check";
export { MACHINE_VERSION } from "./machine";
export { MILESTONES, type Milestone, type MilestoneId, milestones } from "./milestones";
export { type Actor, type BlockedAct, type OpenAct, type OpenActs, openActs } from "./open-acts";
export { describe, expiryEvent, type Outline, type OutlineState, type OutlineTransition } from "./outline";
export { caseMachine } from "./procedure";
export { REFUSAL_RULES, Refusal, type RefusalRule } from "./refusal";
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
export { inquiryState, STATES, type StateId, statesOf } from "./states";
export { type StepResult, step } from "./step";
