import { addDays, addMonths, type Duty, ownerOf, type Region, regionsOf } from "~workflows";
import { entered, type Invariants, needs } from "./invariant";
import { targetsOf } from "./table";
import { agreedLinesOf, type Taken } from "./taken";

const CLOCK = [
  ...["deadline.expired", "deadline.missed", "clock.day7", "clock.month3", "clock.month6", "clock.reminder"],
  ...["silence.detected", "checkin.due", "purge.execute"],
];
const TELLING = ["deadline.expired", "deadline.missed", "clock.day7", "clock.month3", "clock.month6"];
/** What may move the statutory clock out of each of its states, beside a notice to the reporter. */
const MOVES_CLOCK: Readonly<Record<string, readonly string[]>> = {
  ackDue: [
    "case.acknowledge",
    "case.reportUndecryptable",
    "ack.waive",
    "clock.day7",
    "quarantine.discard",
    "withdrawal.confirm",
  ],
  ackBreached: [
    "case.acknowledge",
    "case.reportUndecryptable",
    "ack.waive",
    "quarantine.discard",
    "withdrawal.confirm",
  ],
  feedbackDue: ["feedback.give", "feedback.extend", "clock.month3", "withdrawal.confirm"],
  feedbackExtended: ["feedback.give", "clock.month6", "withdrawal.confirm"],
  feedbackBreached: ["feedback.give", "withdrawal.confirm"],
  feedbackGiven: ["outcome.communicate", "withdrawal.confirm", "review.grant", "case.reopen"],
  outcomeGiven: ["review.grant", "case.reopen"],
};

function isPast({ before, event }: Taken): boolean {
  const due = before.context.dues[event.codes.duty as Duty];
  return due !== undefined && event.facts.day > due;
}

/** The statutory clock counts calendar days and months from the day it started, whatever the office does meanwhile. */
function isStatutory({ after: { context, value } }: Taken): boolean {
  const from = context.feedbackFrom ?? context.receivedDay;
  const { acknowledgement, feedback } = context.dues;
  if (value.procedure === "archived") return true;
  if (value.statutoryClock === "feedbackDue") return feedback === addMonths(from, 3);
  if (value.statutoryClock === "feedbackExtended") return feedback === addMonths(from, 6);
  if (value.statutoryClock !== "ackDue") return feedback === undefined && acknowledgement === undefined;
  return !!acknowledgement && acknowledgement <= addDays(context.receivedDay, 7);
}

const changed = ({ before, after }: Taken) =>
  regionsOf(before.kind).filter((region) => before.value[region] !== after.value[region]);

/** Whether the tables have a way from one state of a region to another, in at most two lines. */
function isWay({ before, after }: Taken, region: Region): boolean {
  const [from, to] = [before.value[region] ?? "", after.value[region] ?? ""];
  const next = (state: string) =>
    agreedLinesOf(before.kind, region, state).flatMap((line) => targetsOf(before.kind, line, state));
  const near = next(from);
  return near.includes(to) || (region !== "procedure" && near.some((state) => next(state).includes(to)));
}

export const OF_CLOCKS: Invariants = {
  "I6: the statutory clock counts calendar time and never pauses": isStatutory,
  "I6: only what the statute names moves its clock": (taken) => {
    const { before, event, after } = taken;
    const from = before.value.statutoryClock ?? "";
    if (from === after.value.statutoryClock) return true;
    return (MOVES_CLOCK[from] ?? []).includes(event.type) || needs(taken, "G-NOTICE");
  },
  "I6: nothing goes on before it is acknowledged": ({ after: { value } }) =>
    ["submitted", "quarantined", "received"].includes(value.procedure) ||
    !["ackDue", "ackBreached"].includes(value.statutoryClock ?? ""),
  "I7: nothing is archived over a hold, an open incident or an open review window": (taken) => {
    if (!entered(taken, "procedure", "archived")) return true;
    const { value, context } = taken.before;
    const months =
      context.ground === "DISCARDED" ? addDays(context.closedDay ?? "", 30) : addMonths(context.closedDay ?? "", 12);
    return value.retention !== "onHold" && value.protection !== "incidentOpen" && taken.event.facts.day > months;
  },
  "I7: nothing is purged but what is archived, scheduled, due and held by nothing": (taken) => {
    if (!entered(taken, "retention", "purged")) return true;
    const { value } = taken.before;
    const isHeld = value.retention !== "scheduled" || value.protection === "incidentOpen";
    return value.procedure === "archived" && !isHeld && taken.event.type === "purge.execute" && isPast(taken);
  },
  "I7: a case of the highest tier is held when it is archived": (taken) =>
    !entered(taken, "procedure", "archived") ||
    taken.after.context.tier !== "T1" ||
    taken.after.value.retention === "onHold",
  "I10: one act makes one new state and leaves the old one as it was": ({ before, event, after }) =>
    before !== after &&
    before.context !== after.context &&
    before.version === after.version &&
    event.raisedBy === undefined,
  "no date is missed before its day is over": (taken) => !CLOCK.includes(taken.event.type) || isPast(taken),
  "every miss of the office or an authority is counted and has a new date": (taken) => {
    const { before, event, effects } = taken;
    const duty = event.codes.duty as Duty;
    if (!TELLING.includes(event.type) || ownerOf(duty) === "nobody") return true;
    const missed = effects.find((effect) => effect.type === "missed" && effect.duty === duty);
    return (
      missed?.type === "missed" &&
      missed.count === (before.context.misses[duty] ?? 0) + 1 &&
      missed.due < event.facts.day
    );
  },
  "no date is told twice": ({ before, event, after }) => {
    const duty = event.codes.duty as Duty;
    return !CLOCK.includes(event.type) || before.context.dues[duty] !== after.context.dues[duty];
  },
  "a reminder comes once": ({ before, event }) =>
    event.type !== "clock.reminder" || !before.context.reminded.includes(event.codes.duty as Duty),
  "no state without a clock": ({ after: { value, context } }) => {
    const { procedure } = value;
    if (procedure === "submitted" || procedure === "archived") return true;
    const { acknowledgement, acknowledgementLate } = context.dues;
    return !!(
      context.dues[procedure] ?? (procedure === "received" ? (acknowledgement ?? acknowledgementLate) : undefined)
    );
  },
  "withdrawn is closed, scheduled is archived": (taken) => {
    const { value } = taken.after;
    const withdraws = !entered(taken, "standing", "withdrawn") || entered(taken, "procedure", "closed");
    const confirms = taken.event.type !== "withdrawal.confirm" || value.standing === "withdrawn";
    const schedules = value.procedure === "archived" || value.retention === "active" || value.retention === "onHold";
    const keeps = !entered(taken, "procedure", "archived") || value.retention !== "active";
    return withdraws && confirms && schedules && keeps;
  },
  "what is archived rests, but for its deletion": (taken) =>
    taken.before.value.procedure !== "archived" || changed(taken).every((region) => region === "retention"),
  "table: only listed steps are taken": ({ line }) => line !== null,
  "table: a step leads where the tables say": ({ before, after, line }) =>
    !line ||
    targetsOf(before.kind, line, before.value[line.region] ?? "").includes(after.value[line.region] ?? "") ||
    line.to === "active",
  "table: no region moves along a way that the tables do not have": (taken) =>
    changed(taken).every((region) => isWay(taken, region)),
};
