import type { CaseContext } from "./context";
import { addDays, addMonths, addSpan, type Day, timesSpan } from "./days";
import type { Facts } from "./facts";
import { limitOf } from "./limits";
import { type Region, regionsOf } from "./regions";
import { inquiryState, type StateId } from "./states";

/** What can be due beside the stay in a state of the procedure. */
export const SIDE_DUTIES = [
  "acknowledgement",
  "acknowledgementLate",
  "feedback",
  "feedbackLate",
  "reminder5",
  "reminder6",
  "reminder80",
  "withdrawalAnswer",
  "silence",
  "urgency",
  "urgencyRatify",
  "urgencyAgain",
  "answer",
  "reporterAnswer",
  "protectionIncident",
  "measures",
  "checkin",
  "conflictReview",
  "rewrap",
  "keyIncident",
  "retention",
  "holdReview",
  "interim",
  "inquiryPlan",
  "inquiryReview",
] as const;
export type Duty = StateId | (typeof SIDE_DUTIES)[number];

/** The duty that a region's state brings with it; states that are not here wait for nobody. */
const DUTY_OF: { readonly [region in Region]?: { readonly [state: string]: Duty } } = {
  statutoryClock: {
    ackDue: "acknowledgement",
    ackBreached: "acknowledgementLate",
    feedbackDue: "feedback",
    feedbackExtended: "feedback",
    feedbackBreached: "feedbackLate",
  },
  standing: { withdrawalRequested: "withdrawalAnswer" },
  urgency: { flagged: "urgency", acted: "urgencyRatify" },
  correspondence: { officeOwes: "answer", reporterOwes: "reporterAnswer" },
  protection: { incidentOpen: "protectionIncident", measuresActive: "measures", monitoring: "checkin" },
  conflict: { inReview: "conflictReview" },
  keys: { rewrapPending: "rewrap", keyIncident: "keyIncident" },
  retention: { scheduled: "retention", onHold: "holdReview" },
  interim: { recommended: "interim" },
};

/** Arrived and not yet read: the clock of the acknowledgement runs, and no other while it does. */
const WITHOUT_OWN_CLOCK: readonly StateId[] = ["submitted", "received", "archived"];

/** The duty of one region's state; null where it waits for nobody. */
export function dutyOf(region: Region, state: string): Duty | null {
  if (region !== "procedure") return DUTY_OF[region]?.[state] ?? null;
  return WITHOUT_OWN_CLOCK.includes(state as StateId) ? null : (state as StateId);
}

/** A reporter who was written to and says nothing grows silent, also while the office owes the next word after a missed answer. */
function isWaitedFor({ at, since }: Pick<CaseContext, "at" | "since">): boolean {
  const isAsked = at.correspondence === "reporterOwes" || (at.correspondence === "officeOwes" && !!since.silence);
  return at.standing === "participating" && isAsked;
}

type Running = Pick<CaseContext, "kind" | "at" | "since" | "flaggedAgain" | "inquiry">;

/** Every duty that runs in a case, with the region that it belongs to. What is archived rests, but for its deletion. */
export function runningDuties(context: Running): Map<Duty, Region> {
  const { kind, at, since, flaggedAgain, inquiry } = context;
  const running = new Map<Duty, Region>();
  for (const region of at.procedure === "archived" ? (["retention"] as const) : regionsOf(kind)) {
    const duty = dutyOf(region, at[region] ?? "");
    if (duty) running.set(duty, region);
  }
  if (at.procedure === "archived") return running;
  const isAcknowledged = at.statutoryClock !== "ackDue" && at.statutoryClock !== "ackBreached";
  if (at.procedure === "received" && isAcknowledged) running.set("received", "procedure");
  if (at.statutoryClock === "ackDue") running.set("reminder5", "statutoryClock").set("reminder6", "statutoryClock");
  if (at.statutoryClock === "feedbackDue") running.set("reminder80", "statutoryClock");
  if (flaggedAgain) running.set("urgencyAgain", "urgency");
  if (at.procedure === inquiryState(kind)) {
    running.set("inquiryReview", "procedure");
    if (inquiry.plan) running.set("inquiryPlan", "procedure");
  }
  if (isWaitedFor({ at, since })) running.set("silence", "standing");
  return running;
}

const REVIEW_WINDOW_DAYS = 60;
const NEW_FACTS_WINDOW_MONTHS = 12;
/** What was discarded unread is destroyed after thirty days; until then its reporter can ask for a review. */
const DISCARDED_DAYS = 30;

type Closed = Pick<CaseContext, "closedDay" | "ground">;

/** The last day on which a review can be asked for; null while the case is not closed. */
export function reviewWindowEnd({ closedDay, ground }: Closed): Day | null {
  return closedDay && addDays(closedDay, ground === "DISCARDED" ? DISCARDED_DAYS : REVIEW_WINDOW_DAYS);
}

/** The last day on which a review can be asked for because of new facts; null while the case is not closed. */
export function newFactsWindowEnd({ closedDay, ground }: Closed): Day | null {
  if (ground === "DISCARDED") return reviewWindowEnd({ closedDay, ground });
  return closedDay && addMonths(closedDay, NEW_FACTS_WINDOW_MONTHS);
}

type Rules = Pick<Facts, "limits" | "holidays" | "weekend">;

function after(context: CaseContext, limit: string, since: Day, rules: Rules): Day | null {
  const span = limitOf(rules.limits, limit, context.tier, context.urgent);
  return span && addSpan(since, span, rules);
}

/** Check-ins come one, three, six and twelve months after the measures ended, then once a year. */
const CHECKIN_MONTHS = [1, 3, 6, 12];

function checkinMonths(done: number): number {
  return CHECKIN_MONTHS[done] ?? 12 * (done - 2);
}

/** A reviewer looks in at one and a half times the limit, and again half a limit after each look. Once it is owed it has a limit of its own. */
function inquiryReviewDue(context: CaseContext, since: Day, rules: Rules): Day | null {
  const { inquiry, kind, tier, urgent } = context;
  if (inquiry.review === "owed") return after(context, "inquiryReview", since, rules);
  const limit = limitOf(rules.limits, inquiryState(kind), tier, urgent);
  if (limit === null) return null;
  return addSpan(since, timesSpan(limit, inquiry.review === "ahead" ? 1.5 : 0.5), rules);
}

/**
 * The last day on which a duty is still done in time, counted from `since`.
 *
 * Units:  days in the office's time zone; statutory duties count calendar days and months and never pause.
 * Source: Directive (EU) 2019/1937 Art. 9 and 11; the office's policy for the rest.
 */
export function dueOf(duty: Duty, context: CaseContext, since: Day, rules: Rules): Day | null {
  const { receivedDay, feedbackFrom, kind, ground, reminded } = context;
  if (reminded.includes(duty)) return null;
  switch (duty) {
    case "acknowledgement":
      return after(context, duty, receivedDay, rules);
    case "reminder5":
      return addDays(receivedDay, 4);
    case "reminder6":
      return addDays(receivedDay, 5);
    case "feedback": {
      const isExtended = context.at.statutoryClock === "feedbackExtended";
      return after(context, isExtended ? "feedbackExtended" : "feedback", feedbackFrom ?? receivedDay, rules);
    }
    case "reminder80":
      return addDays(feedbackFrom ?? receivedDay, 79);
    // An acknowledgement that was waived leaves the first reading to be done, in the time that it would have had.
    case "received":
      return after(context, "acknowledgement", since, rules);
    case "closed":
      return newFactsWindowEnd(context);
    case "retention":
      return after(context, ground === "DISCARDED" ? "retentionDiscarded" : duty, since, rules);
    case "checkin":
      return addMonths(since, checkinMonths(context.checkins));
    case "agencyReply":
      return after(context, context.extended ? "agencyExtension" : duty, since, rules);
    case "urgencyAgain":
      return after(context, "urgency", since, rules);
    case "inquiryReview":
      return inquiryReviewDue(context, since, rules);
    case "preliminaryAssessment":
      return after(context, kind === "complaint" ? "preliminaryAssessment.complaint" : duty, since, rules);
    default:
      return after(context, duty, since, rules);
  }
}
