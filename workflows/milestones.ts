import type { CaseContext } from "./context";
import { addDays, type Day } from "./days";
import { acknowledgementDeadline, feedbackDeadline, reviewWindowEnd, stateDeadline } from "./deadlines";
import { type CaseSnapshot, stateOf } from "./snapshot";
import { inquiryState, type StateId } from "./states";

export const MILESTONES = ["acknowledgement", "assessment", "feedback", "decision", "review"] as const;
export type MilestoneId = (typeof MILESTONES)[number];

/** One dated promise to the reporter. `day` is the last day in time; `doneDay` the day on which it was kept. */
export type Milestone = {
  readonly id: MilestoneId;
  readonly day: Day;
  readonly state: "done" | "next" | "later" | "late";
  readonly doneDay?: Day;
};

/** Follows the main path from a day on, with the time that each state may take. */
function along({ kind, tier }: CaseContext, from: Day, states: readonly StateId[]): Day {
  return states.reduce((day, state) => stateDeadline(state, kind, tier, day) ?? day, from);
}

function plannedDays(context: CaseContext): Record<MilestoneId, Day> {
  const { kind, reached, feedbackFrom, closedDay, receivedDay } = context;
  const acknowledgement = acknowledgementDeadline({ receivedDay, tier: null });
  const start = feedbackFrom ?? acknowledgement;
  const assessment = along(context, start, ["preliminaryAssessment"]);
  const path: StateId[] = ["admitted", inquiryState(kind), "decisionReview", "decisionPending"];
  const decision = along(context, reached.assessed ?? assessment, path);
  const review = reviewWindowEnd(closedDay ?? reached.decided ?? decision);
  return { acknowledgement, assessment, feedback: feedbackDeadline(start), decision, review };
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
 * Units: days, never times.
 */
export function milestones(snapshot: CaseSnapshot, today: Day): Milestone[] {
  const { context } = snapshot;
  const [planned, done] = [plannedDays(context), doneDays(context)];
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
