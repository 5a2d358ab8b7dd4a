import type { Ground, Outcome, Tier } from "./codes";
import type { Day } from "./days";
import type { Duty } from "./duties";
import type { Codes, EventType } from "./events";
import type { Digest } from "./facts";
import { firstPlaces, type Places } from "./regions";
import type { ActorId, Channel, Kind, PersonId, Role } from "./roles";
import type { StateId } from "./states";
import { MACHINE_VERSION } from "./version";

/** What one person proposed and a second one has not yet answered. The digest is that of the reasons, so that nobody approves other words. */
export type Proposal = {
  readonly event: EventType;
  readonly by: PersonId;
  readonly digest: Digest;
  readonly codes: Codes;
};

/** Somebody who is said to have a conflict of interest. `id` counts from "1" in each case; a reporter may describe a person in words. */
export type Allegation = {
  readonly id: string;
  readonly person: PersonId | null;
  readonly by: ActorId;
  readonly day: Day;
};

/** An urgent disclosure that nobody has ratified yet. */
export type Disclosure = { readonly proposal: Proposal; readonly day: Day };

/**
 * What a long inquiry still owes: the reporter a plan with a new date once its limit is over, and a look by a reviewer half a limit later.
 */
export type LongInquiry = { readonly plan: boolean; readonly review: "ahead" | "owed" | "done" };
export const ON_TIME: LongInquiry = { plan: false, review: "ahead" };

/** What the reporter agreed to, until a day or for as long as the case runs. */
export type Consent = { readonly purpose: string; readonly until: Day | null; readonly by: "reporter" | PersonId };

/**
 * What the procedure remembers of a case: ids, days and codes, nothing that a reporter wrote.
 *
 * Shape: plain JSON. `at` says where the case stands in each region. `declared`, `recused` and `acted` hold person ids; `acted` counts
 *        steps of the procedure, not notes or messages. `investigators` and `reviewers` keep everyone who ever investigated the case or
 *        approved findings in it, across reopenings. `proposals` is keyed by the event that answers. `since` and `dues` hold, for each
 *        duty that runs, the day from which it counts and the last day in time; `misses` how often it was missed. `used` lists the steps
 *        that a case can take once for each decision. `startedOn` is the version of the procedure that the case began with.
 */
export type CaseContext = {
  readonly startedOn: number;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly policy: string;
  readonly at: Places;
  readonly receivedDay: Day;
  readonly feedbackFrom: Day | null;
  readonly closedDay: Day | null;
  readonly since: { readonly [duty in Duty]?: Day };
  readonly dues: { readonly [duty in Duty]?: Day };
  readonly misses: { readonly [duty in Duty]?: number };
  readonly tier: Tier | null;
  readonly pendingTier: Tier | null;
  readonly urgent: boolean;
  /** The work that was left for a side state, and for a closure the follow-up or monitoring that it was proposed in. */
  readonly workOrigin: StateId | null;
  readonly returnTo: StateId | null;
  readonly proposals: { readonly [answer in EventType]?: Proposal };
  readonly declared: readonly PersonId[];
  readonly recused: readonly PersonId[];
  readonly acted: readonly PersonId[];
  readonly assigned: readonly { readonly person: PersonId; readonly role: Role }[];
  readonly investigators: readonly PersonId[];
  readonly reviewers: readonly PersonId[];
  readonly findings: { readonly by: PersonId; readonly digest: Digest } | null;
  readonly reviewer: PersonId | null;
  /** What a second person approved and the ombudsperson decides on; kept, so that a decision can be made anew. */
  readonly approved: Proposal | null;
  readonly outcome: Outcome | null;
  readonly ground: Ground | null;
  readonly recommendations: readonly string[];
  readonly noticed: boolean;
  readonly noReply: boolean;
  readonly heard: boolean;
  /** Who attested that the text which is to leave the office identifies nobody; used up when it leaves. */
  readonly cleared: PersonId | null;
  readonly consents: readonly Consent[];
  readonly accepted: { readonly reporter: boolean; readonly other: boolean };
  /** Open allegations, the oldest first, and how many there ever were. */
  readonly allegations: readonly Allegation[];
  readonly allegationCount: number;
  /** Disclosures that wait to be ratified, the oldest first; and whether danger was told again since the last one. */
  readonly disclosures: readonly Disclosure[];
  readonly flaggedAgain: boolean;
  readonly inquiry: LongInquiry;
  readonly withdrawalDay: Day | null;
  readonly lead: string | null;
  readonly used: readonly EventType[];
  readonly extended: boolean;
  readonly checkins: number;
  readonly reminded: readonly Duty[];
  /** The day on which each milestone was reached, shown to the reporter. */
  readonly reached: Readonly<Record<"acknowledged" | "assessed" | "feedback" | "decided", Day | null>>;
};

/** How a case starts. `urgent` is what the reporter chose to reveal, `policy` the version of the deadlines that it runs on. */
export type CaseStart = {
  readonly kind: Kind;
  readonly day: Day;
  readonly channel: Channel;
  readonly policy: string;
  readonly urgent: boolean;
};

export function startContext({ kind, day, channel, policy, urgent }: CaseStart): CaseContext {
  return {
    startedOn: MACHINE_VERSION,
    kind,
    channel,
    policy,
    at: firstPlaces(kind),
    receivedDay: day,
    feedbackFrom: null,
    closedDay: null,
    since: {},
    dues: {},
    misses: {},
    tier: null,
    pendingTier: null,
    urgent,
    workOrigin: null,
    returnTo: null,
    proposals: {},
    declared: [],
    recused: [],
    acted: [],
    assigned: [],
    investigators: [],
    reviewers: [],
    findings: null,
    reviewer: null,
    approved: null,
    outcome: null,
    ground: null,
    recommendations: [],
    noticed: false,
    noReply: false,
    heard: false,
    cleared: null,
    consents: [],
    accepted: { reporter: false, other: false },
    allegations: [],
    allegationCount: 0,
    disclosures: [],
    flaggedAgain: false,
    inquiry: ON_TIME,
    withdrawalDay: null,
    lead: null,
    used: [],
    extended: false,
    checkins: 0,
    reminded: [],
    reached: { acknowledged: null, assessed: null, feedback: null, decided: null },
  };
}
