import type { CaseContext } from "./context";
import { addDays, type Day } from "./days";
import { dueOf } from "./duties";
import { along, assessmentDay, feedbackDay, pathToDecision, type Rules, reviewDay } from "./plan";
import { type CaseSnapshot, stateOf } from "./snapshot";

export const MILESTONES = ["acknowledgement", "assessment", "feedback", "decision", "review"] as const;
export type MilestoneId = (typeof MILESTONES)[number];

/** One dated promise to the reporter. `day` is the last day in time; `doneDay` the day on which it was kept. */
export type Milestone = {
  readonly id: MilestoneId;
  readonly day: Day;
  readonly state: "done" | "next" | "later" | "late";
  readonly doneDay?: Day;
};

function plannedDays(context: CaseContext, rules: Rules): Record<MilestoneId, Day> {
  const { reached, feedbackFrom, closedDay, receivedDay } = context;
  const acknowledgement = dueOf("acknowledgement", { ...context, tier: null }, receivedDay, rules) ?? receivedDay;
  const start = feedbackFrom ?? acknowledgement;
  const assessment = assessmentDay(context, start, rules);
  const decision = along(context, reached.assessed ?? assessment, pathToDecision(context), rules);
  const review = reviewDay(context, closedDay ?? reached.decided ?? decision);
  return { acknowledgement, assessment, feedback: feedbackDay(context, start, rules), decision, review };
}

/** A case that is closed without a decision has been assessed and answered on the day it was closed. */
function doneDays({ reached, closedDay }: CaseContext): Record<MilestoneId, Day | null> {
  return {
    acknowledgement: reached.acknowledged ?? closedDay,
    assessment: reached.assessed ?? closedDay,
    feedback: reached.feedback ?? closedDay,
    decision: reached.decided ?? closedDay,
    review: null,
  };
}

/**
 * The dates that the reporter is shown: acknowledgement, assessment and feedback by, an indicative decision day, the review window.
 *
 * Shape: always the five, in this order; at most one is `next`. The review window is never late: it is `done` when it is over.
 * Units: days in the office's time zone, never times.
 */
export function milestones(snapshot: CaseSnapshot, today: Day, rules: Rules): Milestone[] {
  const { context } = snapshot;
  const [planned, done] = [plannedDays(context, rules), doneDays(context)];
  const isOver = stateOf(snapshot) === "archived" || (context.closedDay !== null && today > planned.review);
  if (isOver) done.review = addDays(planned.review, 1);
  let isNextFound = false;
  return MILESTONES.map((id) => {
    const day = planned[id];
    const doneDay = done[id];
    if (doneDay !== null) return { id, day, state: "done", doneDay };
    if (id !== "review" && today > day) return { id, day, state: "late" };
    const state = isNextFound ? "later" : "next";
    isNextFound = true;
    return { id, day, state };
  });
}
