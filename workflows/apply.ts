import { CHANGES, type ChangeName, type Passage } from "./changes";
import { type CaseContext, ON_TIME } from "./context";
import type { Day } from "./days";
import { type Duty, dueOf, runningDuties } from "./duties";
import type { CaseEvent, EventType } from "./events";
import { isMiss } from "./misses";
import type { Region } from "./regions";
import type { Row } from "./row";
import { inquiryState } from "./states";

type Change = (context: CaseContext, event: CaseEvent, passage: Passage) => Partial<CaseContext>;
/** Which region leads an event: a proposal for it lapses when that region moves on. */
export type LeadOf = (event: EventType) => Region;

const EXPIRING: readonly EventType[] = ["deadline.expired", "deadline.missed"];

/** Starts, keeps and ends the clocks: a duty counts from the day on which it began, or from the day on which it was missed. */
function keepClocks(
  before: CaseContext,
  after: CaseContext,
  event: CaseEvent,
  region: Region,
  moved: boolean,
): CaseContext {
  const { facts, type, codes } = event;
  const since: { [duty in Duty]?: Day } = {};
  const dues: { [duty in Duty]?: Day } = {};
  // Whatever a reporter does ends their silence.
  const { silence, ...others } = after.since;
  const held: CaseContext["since"] =
    event.role === "reporter" || silence === undefined ? others : { ...others, silence };
  for (const [duty, of] of runningDuties({ ...after, since: held })) {
    // Danger that was told again while a disclosure waited is as old as it was told, also once the disclosure is ratified.
    const isCarriedOver = duty === "urgency" && before.flaggedAgain;
    const restarts = (moved && of === region && !isCarriedOver) || (EXPIRING.includes(type) && codes.duty === duty);
    const start = restarts ? facts.day : (held[duty] ?? facts.day);
    const due = dueOf(duty, after, start, facts);
    since[duty] = start;
    if (due !== null) dues[duty] = due;
  }
  const misses = isMiss(before, event)
    ? { ...after.misses, [codes.duty as Duty]: (after.misses[codes.duty as Duty] ?? 0) + 1 }
    : after.misses;
  return { ...after, since, dues, misses };
}

/** A proposal is used up by its answer, and lapses when the region in which it could be answered moves on. */
function keepProposals(
  before: CaseContext,
  after: CaseContext,
  event: CaseEvent,
  lapses: (answer: EventType) => boolean,
) {
  const kept = Object.entries(after.proposals).filter(([answer, proposal]) => {
    const isNew = before.proposals[answer as EventType] !== proposal;
    return isNew || (answer !== event.type && !lapses(answer as EventType));
  });
  return Object.fromEntries(kept);
}

/** Applies a row's changes in order, then what every step leaves behind. The result is a new context; the old one stays as it was. */
export function applyRow(
  before: CaseContext,
  event: CaseEvent,
  row: Row,
  passage: Passage,
  leadOf: LeadOf,
): CaseContext {
  let after = before;
  for (const name of row.changes) {
    const change: Change = CHANGES[name as ChangeName];
    after = { ...after, ...change(after, event, passage) };
  }
  const moved = passage.from !== passage.to;
  const isStep =
    event.role !== "reporter" && event.role !== "system" && row.to !== "@same" && row.region === "procedure";
  const isClosing = row.region === "procedure" && passage.to === "closed";
  const isInquiryLeft = row.region === "procedure" && moved && passage.from === inquiryState(before.kind);
  const isReplyOver = row.region === "procedure" && passage.from === "agencyReply" && moved;
  after = {
    ...after,
    at: { ...after.at, [row.region]: passage.to },
    closedDay: isClosing ? (after.closedDay ?? event.facts.day) : after.closedDay,
    acted: isStep && !after.acted.includes(event.actor) ? [...after.acted, event.actor] : after.acted,
    inquiry: isInquiryLeft ? ON_TIME : after.inquiry,
    extended: isReplyOver ? false : after.extended,
    proposals: keepProposals(before, after, event, (answer) => moved && leadOf(answer) === row.region),
  };
  return keepClocks(before, after, event, row.region, moved);
}
