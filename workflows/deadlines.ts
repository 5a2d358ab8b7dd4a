import type { Tier } from "./codes";
import type { CaseContext } from "./context";
import { addDays, addMonths, addSpan, type Day, type Span } from "./days";
import type { Kind } from "./roles";
import type { StateId } from "./states";

type ByTier = readonly [T1: Span, T2: Span, T3: Span, T4: Span];

const days = (a: number, b: number, c: number, d: number): ByTier => [
  { days: a },
  { days: b },
  { days: c },
  { days: d },
];
const workingDays = (a: number, b: number, c: number, d: number): ByTier => [
  { workingDays: a },
  { workingDays: b },
  { workingDays: c },
  { workingDays: d },
];
const months = (a: number, b: number, c: number, d: number): ByTier => [
  { months: a },
  { months: b },
  { months: c },
  { months: d },
];

/** How long a case may rest in each state, by tier. A miss is counted and told; it never closes a case. */
const LIMITS = {
  quarantined: days(1, 3, 5, 5),
  preliminaryAssessment: workingDays(2, 5, 15, 20),
  awaitingInfo: days(5, 15, 30, 30),
  closureReview: workingDays(1, 5, 10, 10),
  admitted: workingDays(1, 3, 5, 10),
  underInvestigation: days(30, 60, 90, 120),
  underInquiry: days(30, 60, 90, 120),
  decisionReview: workingDays(2, 5, 10, 15),
  decisionPending: workingDays(2, 5, 10, 15),
  concluded: workingDays(2, 5, 10, 15),
  followUp: months(1, 3, 6, 12),
  reviewRequested: workingDays(10, 20, 30, 30),
} as const satisfies Partial<Record<StateId, ByTier>>;
type LimitedState = keyof typeof LIMITS;

/** A complaint's initial assessment looks at six criteria and may need other offices; in the two lower tiers it has three months. */
const COMPLAINT_ASSESSMENT: ByTier = [{ workingDays: 2 }, { workingDays: 5 }, { months: 3 }, { months: 3 }];

const ACKNOWLEDGEMENT = days(1, 3, 7, 7);
const FEEDBACK_MONTHS = 3;
const REVIEW_WINDOW_DAYS = 60;
const NEW_FACTS_WINDOW_MONTHS = 12;

/** What can be due: the two duties of the statute, the stay in a state, and for a closed case the day on which it goes to the archive. */
export type Duty = "acknowledgement" | "feedback" | "closed" | LimitedState;

const TIER_INDEX = { T1: 0, T2: 1, T3: 2, T4: 3 } as const satisfies Record<Tier, number>;

/** Before a tier is set, a case runs as T3. */
function byTier(row: ByTier, tier: Tier | null): Span {
  return row[TIER_INDEX[tier ?? "T3"]];
}

function isLimited(state: StateId): state is LimitedState {
  return state in LIMITS;
}

/**
 * Adds the time that a case of this kind and tier may stay in a state.
 *
 * Shape:  null where a state has no limit of its own.
 * Units:  calendar days, Monday-to-Friday working days or calendar months, as the published table gives them.
 * Source: Directive (EU) 2019/1937 Art. 9 and 11 for the statutory duties; the office's policy for the rest.
 */
export function stateDeadline(state: StateId, kind: Kind, tier: Tier | null, since: Day): Day | null {
  if (!isLimited(state)) return null;
  const row = kind === "complaint" && state === "preliminaryAssessment" ? COMPLAINT_ASSESSMENT : LIMITS[state];
  return addSpan(since, byTier(row, tier));
}

/** Seven calendar days from the first arrival, also for a report that was held back first. */
export function acknowledgementDeadline({ receivedDay, tier }: Pick<CaseContext, "receivedDay" | "tier">): Day {
  return addSpan(receivedDay, byTier(ACKNOWLEDGEMENT, tier));
}

/** Three calendar months from the acknowledgement; the statutory clock never pauses. */
export function feedbackDeadline(from: Day): Day {
  return addMonths(from, FEEDBACK_MONTHS);
}

/** The last day on which a review can be asked for. */
export function reviewWindowEnd(closedDay: Day): Day {
  return addDays(closedDay, REVIEW_WINDOW_DAYS);
}

/** The last day on which a review can be asked for because of new facts. */
export function newFactsWindowEnd(closedDay: Day): Day {
  return addMonths(closedDay, NEW_FACTS_WINDOW_MONTHS);
}

/**
 * What is due in a case, with the last day on which it is still in time; for `closed` the day on which the archive is open.
 *
 * Shape: the whole truth for this state and context, so that stored rows can be compared with it at any time.
 */
export function duesOf(state: StateId, context: CaseContext): Partial<Record<Duty, Day>> {
  const dues: Partial<Record<Duty, Day>> = {};
  if (state === "received" || state === "quarantined") dues.acknowledgement = acknowledgementDeadline(context);
  const rests = state === "closed" || state === "archived" || state === "reviewRequested";
  if (context.feedbackFrom !== null && context.reached.feedback === null && !rests) {
    dues.feedback = feedbackDeadline(context.feedbackFrom);
  }
  if (state === "closed" && context.closedDay !== null) {
    dues.closed = addDays(newFactsWindowEnd(context.closedDay), 1);
  }
  const own = stateDeadline(state, context.kind, context.tier, context.stateSince);
  if (own !== null && isLimited(state)) dues[state] = own;
  return dues;
}
