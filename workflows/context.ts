import type { Ground, Outcome, Tier } from "./codes";
import type { Day } from "./days";
import type { Codes, EventType } from "./events";
import type { Digest } from "./facts";
import type { Channel, Kind, PersonId, Role } from "./roles";
import type { StateId } from "./states";

/** What one person proposed and a second one has not yet answered. The digest is that of the reasons, so that nobody approves other words. */
export type Proposal = {
  readonly event: EventType;
  readonly by: PersonId;
  readonly digest: Digest;
  readonly codes: Codes;
};

/**
 * What the procedure remembers of a case: ids, days and codes, nothing that a reporter wrote.
 *
 * Shape: plain JSON. `declared`, `recused` and `acted` hold person ids; `acted` counts steps of the procedure, not notes or messages.
 *        `investigators` and `reviewers` keep everyone who ever investigated the case or approved findings in it, across reopenings.
 *        `stateSince` is the day from which the current state's own deadline counts, `feedbackFrom` that of the feedback.
 */
export type CaseContext = {
  readonly kind: Kind;
  readonly channel: Channel;
  readonly receivedDay: Day;
  readonly stateSince: Day;
  readonly feedbackFrom: Day | null;
  readonly tier: Tier | null;
  readonly pendingTier: Tier | null;
  readonly workOrigin: StateId | null;
  readonly proposal: Proposal | null;
  readonly declared: readonly PersonId[];
  readonly recused: readonly PersonId[];
  readonly acted: readonly PersonId[];
  readonly assigned: readonly { readonly person: PersonId; readonly role: Role }[];
  readonly investigators: readonly PersonId[];
  readonly reviewers: readonly PersonId[];
  readonly findings: { readonly by: PersonId; readonly digest: Digest } | null;
  readonly reviewer: PersonId | null;
  readonly outcome: Outcome | null;
  readonly ground: Ground | null;
  readonly noticed: boolean;
  readonly noReply: boolean;
  readonly reviewUsed: boolean;
  readonly closedDay: Day | null;
  /** The day on which each milestone was reached, shown to the reporter. */
  readonly reached: Readonly<Record<"acknowledged" | "assessed" | "feedback" | "decided", Day | null>>;
};

export type CaseStart = { readonly kind: Kind; readonly day: Day; readonly channel: Channel };

export function startContext({ kind, day, channel }: CaseStart): CaseContext {
  return {
    kind,
    channel,
    receivedDay: day,
    stateSince: day,
    feedbackFrom: null,
    tier: null,
    pendingTier: null,
    workOrigin: null,
    proposal: null,
    declared: [],
    recused: [],
    acted: [],
    assigned: [],
    investigators: [],
    reviewers: [],
    findings: null,
    reviewer: null,
    outcome: null,
    ground: null,
    noticed: false,
    noReply: false,
    reviewUsed: false,
    closedDay: null,
    reached: { acknowledged: null, assessed: null, feedback: null, decided: null },
  };
}
