import { database } from "~/platform/database.server";
import type { Act } from "~crypto/acts";
import {
  addDays,
  type CaseSnapshot,
  type Day,
  type Duty,
  type Facts,
  type Milestone,
  milestones,
  openActs,
  ownerOf,
  PAUSE_DAYS,
  stateOf,
} from "~workflows";
import { establishFacts } from "./case-facts.server";
import { findSnapshot } from "./procedure.server";
import { publishedOf } from "./published/read-published.server";
import { shownState } from "./shown-state.server";

/** Steps of the clock that say that somebody missed a day. */
const MISSING = ["deadline.missed", "deadline.expired", "clock.day7", "clock.month3", "clock.month6"];

/** What is late goes on under another name: the two promises of the Directive. */
const LATE: { readonly [duty in Duty]?: Duty } = {
  acknowledgement: "acknowledgementLate",
  feedback: "feedbackLate",
};

/** Resting states and those that wait for a date of other work: their day says nothing to a reporter. */
const DAY_SAYS_NOTHING = ["closed", "consolidationReview", "consolidated", "archived"];

/** A day that the office or an authority let pass: told on `day`, due on `due`, and the new last day if there is one. */
export interface Missed {
  duty: string;
  owner: "office" | "authority";
  day: Day;
  due: Day;
  next: Day | null;
}

/** Whether the reporter takes part; for a withdrawal that waits, the day it was asked for and the first on which it can be confirmed. */
export interface Standing {
  state: string;
  since: Day | null;
  confirmedFrom: Day | null;
}

/**
 * What a reporter may know of their case: the same for a receipt and for a bare report's code. Never a person of the
 * office by name, another case, or a tier.
 *
 * Shape: `due` is the last day of the state it is in, `open` what the reporter can do now, `deletedAfter` the last day of an
 *        archived case, `published` what was made public of it. A case that another version of the procedure wrote can be read, and nothing is open.
 * Units: days in the office's time zone.
 */
export interface CaseView {
  state: string;
  today: Day;
  isReadOnly: boolean;
  due: Day | null;
  milestones: Milestone[];
  open: string[];
  missed: Missed[];
  standing: Standing;
  isUrgent: boolean;
  isProtected: boolean;
  hasAccepted: boolean;
  consents: { purpose: string; until: Day | null }[];
  /** Purposes that the reporter took back and did not agree to again. The report itself may have agreed: only the reporter's device knows. */
  takenBack: string[];
  deletedAfter: Day | null;
  published: { number: number; kind: string }[];
}

/** Acts of the reporter that say how a consent stands. */
const CONSENTING = ["consent.give", "consent.withdraw"];

/** Reads one case as its reporter may see it. */
export async function viewOf({ id, state, snapshot }: StoredCase): Promise<CaseView> {
  const [facts, known] = [await establishFacts(id), findSnapshot(snapshot)];
  const today = facts.day;
  const published = (await publishedOf(id)).map(({ number, kind }) => ({ number, kind }));
  if (!known) return { state, today, ...NOTHING, published };
  const { context, value } = known;
  const place = stateOf(known);
  return {
    state: shownState(known),
    today,
    isReadOnly: false,
    due: DAY_SAYS_NOTHING.includes(place) ? null : (context.dues[place] ?? null),
    milestones: milestones(known, today, facts),
    open: openTo(known, facts),
    missed: await missedDays(id, known),
    standing: standingOf(known),
    isUrgent: value.urgency !== "normal",
    isProtected: value.protection === "incidentOpen",
    hasAccepted: context.accepted.reporter,
    consents: context.consents.map(({ purpose, until }) => ({ purpose, until })),
    takenBack: await takenBackIn(id),
    deletedAfter: place === "archived" ? (context.dues.retention ?? null) : null,
    published,
  };
}

type StoredCase = { id: string; state: string; snapshot: string };

/** Coming back is noted and not chosen. What there is to take back only the reporter's device knows: the report is sealed. */
function openTo(snapshot: CaseSnapshot, facts: Facts): string[] {
  const { open } = openActs(snapshot, { person: "reporter", roles: ["reporter"] }, facts);
  return [...new Set(open.map(({ event }) => event))].filter((event) => event !== "reporter.login");
}

/** The purposes whose last word of the reporter was to take them back. */
async function takenBackIn(caseId: string): Promise<string[]> {
  const acts = await database().act.findMany({
    where: { caseId, actor: "reporter", event: { in: CONSENTING } },
    orderBy: { seq: "asc" },
    select: { event: true, text: true },
  });
  const last = new Map(acts.map(({ event, text }) => [(JSON.parse(text) as Act).codes.purpose, event]));
  return [...last].flatMap(([purpose, event]) =>
    event === "consent.withdraw" && typeof purpose === "string" ? [purpose] : [],
  );
}

const NOTHING: Omit<CaseView, "state" | "today" | "published"> = {
  isReadOnly: true,
  due: null,
  milestones: [],
  open: [],
  missed: [],
  standing: { state: "participating", since: null, confirmedFrom: null },
  isUrgent: false,
  isProtected: false,
  hasAccepted: false,
  consents: [],
  takenBack: [],
  deletedAfter: null,
};

function standingOf({ value, context: { withdrawalDay } }: CaseSnapshot): Standing {
  const isAsked = value.standing === "withdrawalRequested" && withdrawalDay !== null;
  return {
    state: value.standing ?? "participating",
    since: isAsked ? withdrawalDay : null,
    confirmedFrom: isAsked ? addDays(withdrawalDay, PAUSE_DAYS) : null,
  };
}

/** Reads the missed days from the case's chain: duties and days, no content. What the reporter let pass is no miss. */
async function missedDays(caseId: string, { context }: CaseSnapshot): Promise<Missed[]> {
  const acts = await database().act.findMany({
    where: { caseId, actor: "system", event: { in: MISSING } },
    orderBy: { seq: "asc" },
    select: { text: true },
  });
  return acts.flatMap(({ text }): Missed[] => {
    const { codes, day } = JSON.parse(text) as Act;
    const duty = codes.duty as Duty;
    const owner = ownerOf(duty);
    if (owner === "nobody" || typeof codes.due !== "string") return [];
    // That a join is looked at says that there is another report.
    if (duty === "consolidationReview") return [];
    // The clock that runs on from the very day of the miss says the new date; an older one is said by the act or not at all.
    const running = LATE[duty] ?? duty;
    const next = context.since[running] === day ? (context.dues[running] ?? null) : null;
    return [{ duty, owner, day, due: codes.due, next: typeof codes.next === "string" ? codes.next : next }];
  });
}
