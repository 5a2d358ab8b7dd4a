import { type CaseContext, type Disclosure, ON_TIME } from "./context";
import type { PersonId } from "./roles";
import type { CaseSnapshot } from "./snapshot";
import { MACHINE_VERSION } from "./version";

/** The version whose snapshots can be gone on from. */
export const MIGRATED_VERSION = 2;

type Since3 = "startedOn" | "allegations" | "allegationCount" | "disclosures" | "flaggedAgain" | "inquiry";
export type ContextOfVersion2 = Omit<CaseContext, Since3> & { readonly alleged: PersonId | null };
/** A snapshot as version 2 of the procedure wrote it: at most one person alleged, at most one disclosure waiting. */
export type SnapshotOfVersion2 = Omit<CaseSnapshot, "context"> & { readonly context: ContextOfVersion2 };

/** Version 2 did not keep who alleged; an allegation in review is known by the day from which its clock counts. */
function allegationsOf({ at, alleged, since, receivedDay }: SnapshotOfVersion2["context"]) {
  if (at.conflict !== "inReview") return [];
  return [{ id: "1", person: alleged, by: "system", day: since.conflictReview ?? receivedDay }];
}

function disclosuresOf({ at, proposals, since, receivedDay }: SnapshotOfVersion2["context"]): Disclosure[] {
  const proposal = proposals["urgent.ratify"];
  return at.urgency === "acted" && proposal ? [{ proposal, day: since.urgencyRatify ?? receivedDay }] : [];
}

/**
 * Takes a case over from version 2.
 *
 * Shape: the same states, days and people. An open allegation becomes the first of its list, and a disclosure that waits the only one of
 *        its own; what was proposed about an allegation stands for it. Clocks that version 2 did not have begin with the next step.
 *        `startedOn` stays 2, so that a verifier knows to take the first acts by the rules of version 2.
 */
export function migrate({ context: old, ...snapshot }: SnapshotOfVersion2): CaseSnapshot {
  const { alleged: _alleged, ...kept } = old;
  const allegations = allegationsOf(old);
  const named = (answer: "conflict.uphold" | "conflict.dismiss") => {
    const proposal = old.proposals[answer];
    return proposal ? { [answer]: { ...proposal, codes: { ...proposal.codes, allegation: "1" } } } : {};
  };
  const context: CaseContext = {
    ...kept,
    startedOn: MIGRATED_VERSION,
    allegations,
    allegationCount: allegations.length,
    disclosures: disclosuresOf(old),
    flaggedAgain: false,
    inquiry: ON_TIME,
    proposals: { ...old.proposals, ...named("conflict.uphold"), ...named("conflict.dismiss") },
  };
  return { ...snapshot, version: MACHINE_VERSION, context };
}
