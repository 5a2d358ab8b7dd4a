import { type CaseSnapshot, stateOf } from "~workflows";
import { findSnapshot } from "./procedure.server";

/**
 * The state that a reporter is told. A case that is joined to another looks like one that is worked on: nobody learns
 * from their own mailbox that somebody else reported the same.
 */
export function shownState(snapshot: CaseSnapshot): string {
  const place = stateOf(snapshot);
  const isJoined = place === "consolidationReview" || place === "consolidated";
  return isJoined ? (snapshot.context.workOrigin ?? "preliminaryAssessment") : place;
}

/** The same for a stored case; one that another version of the procedure wrote is told as it stands. */
export function shownStateOf({ state, snapshot }: { state: string; snapshot: string }): string {
  const known = findSnapshot(snapshot);
  return known ? shownState(known) : state;
}
