import { type CaseSnapshot, type EventType, type Limits, newFactsWindowEnd, type Region } from "~workflows";
import { PEOPLE } from "./cast";

/** A case as the walk meets it, with the day on which it got there. */
export type Node = { readonly snapshot: CaseSnapshot; readonly day: string };

/**
 * What a walk looks at.
 *
 * Shape: `track` are the regions beside the procedure whose states are told apart. With `withMany` one person who holds every role
 *        tries everything too, and proposals and people's parts in the case are told apart. The steps of the regions in `careful`
 *        are also tried in every state, by people who should not and with faulty forms.
 */
export type Options = {
  readonly track: readonly Region[];
  readonly careful?: readonly Region[];
  /** Single rows of other regions that are tried in every state too. */
  readonly rows?: readonly string[];
  readonly withMany?: boolean;
  /** Leaves out what the tables do not list at all; a walk near one flaw looks at what the rows allow. */
  readonly isNear?: boolean;
  /** Stops following new cases after so many. */
  readonly enough?: number;
  readonly limits?: Limits;
  readonly start?: CaseSnapshot;
};

const FROM_WORK = ["awaitingInfo", "referralReview", "referralInProgress", "referredMonitoring", "consolidationReview"];
/** Proposals that lead the procedure somewhere; those of a region are told apart where the region is tracked. */
export const MOVING: readonly EventType[] = [
  ...(["review.approve", "decision.issue", "case.reopen", "quarantine.discard", "coordination.transfer"] as const),
  ...(["specialReport.publish", "specialReport.waive", "statement.publish", "statement.withhold"] as const),
];

function partOfMany({ context }: CaseSnapshot): string {
  const { investigators, reviewers, acted, proposals, tier, pendingTier, recused } = context;
  const { person } = PEOPLE.many;
  const pending = MOVING.flatMap((answer) => {
    const proposal = proposals[answer];
    return proposal ? [`${answer} ${proposal.event} ${proposal.by === person}`] : [];
  });
  const isOver = context.closedDay !== null;
  return [
    pending.join(),
    isOver ? acted.includes(person) : `${investigators.includes(person)} ${reviewers.includes(person)}`,
    recused.includes(PEOPLE.ida.person),
    context.at.procedure === "preliminaryAssessment" && `${tier} ${pendingTier}`,
    isOver && context.used.join(),
  ].join("/");
}

/** What decides how a case goes on, as far as a walk looks at it: two cases with one key are followed as one. */
export function keyOf({ snapshot, day }: Node, { track, withMany = false }: Options): string {
  const { value, context } = snapshot;
  const state = value.procedure;
  const origin =
    state === "closureReview"
      ? (context.returnTo ?? context.workOrigin)
      : FROM_WORK.includes(state) && context.workOrigin;
  const isWindowOver = state === "closed" && day > (newFactsWindowEnd(context) ?? "");
  const sides = track.map((region) => value[region]);
  const waiting = track.includes("urgency") && value.urgency === "acted" && !!context.proposals["urgent.ratify"];
  const again = track.includes("urgency") && context.flaggedAgain;
  return [state, origin, isWindowOver, ...sides, waiting, again, withMany && partOfMany(snapshot)].join(" ");
}
