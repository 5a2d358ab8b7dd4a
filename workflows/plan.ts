import type { CaseContext } from "./context";
import { addMonths, addSpan, type Day } from "./days";
import { dueOf, reviewWindowEnd } from "./duties";
import type { Facts } from "./facts";
import { limitOf } from "./limits";
import { inquiryState, type StateId } from "./states";

export type Rules = Pick<Facts, "limits" | "holidays" | "weekend">;

/** Follows the main path from a day on, with the time that each state may take. */
export function along(context: CaseContext, from: Day, states: readonly StateId[], rules: Rules): Day {
  return states.reduce((day, state) => {
    const span = limitOf(rules.limits, state, context.tier, context.urgent);
    return span ? addSpan(day, span, rules) : day;
  }, from);
}

/** The last day of the initial assessment, had it begun on `from`. */
export function assessmentDay(context: CaseContext, from: Day, rules: Rules): Day {
  return dueOf("preliminaryAssessment", context, from, rules) ?? from;
}

const FEEDBACK_MONTHS = 3;

/** The day by which the Directive wants feedback: three months from the acknowledgement, or from the day it was due. */
export function feedbackDay(context: CaseContext, from: Day, rules: Rules): Day {
  return dueOf("feedback", { ...context, feedbackFrom: from }, from, rules) ?? addMonths(from, FEEDBACK_MONTHS);
}

/** The states between admission and decision that every case of a kind passes. */
export function pathToDecision(context: CaseContext): StateId[] {
  const middle: StateId[] = context.kind === "tip" ? [] : ["provisionalFindings"];
  return ["admitted", inquiryState(context.kind), ...middle, "decisionReview", "decisionPending"];
}

/** The last day for asking for a review of a case that is, or would be, closed on a day. */
export function reviewDay(context: CaseContext, closedDay: Day): Day {
  return reviewWindowEnd({ closedDay, ground: context.ground }) ?? closedDay;
}
