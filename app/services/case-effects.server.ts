import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/database.server";
import { type Duty, type Effect, ownerOf } from "~workflows";
import { RENEWABLE } from "./case-facts.server";
import { OUTSIDE, type Scope } from "./case-scope.server";
import { oweNotices, oweParty } from "./notices/owe.server";
import { oweOutside } from "./notices/owe-outside.server";
import { purgeCase } from "./purge/purge-case.server";
import { OWED, sortKey, standingOf } from "./queue-place.server";

/** The act whose effects are carried out, as far as they need it. */
export interface Cause {
  caseId: string;
  kind: string;
  actor: string;
  day: string;
  /** Whether the act posted something that the reporter can read. */
  tellsReporter: boolean;
  /** Whether the act brought something that an authority's contact can read. */
  tellsAuthority: boolean;
  /** Whether it reminds for the last time of an acknowledgement: that goes beyond the case. */
  isLastReminder: boolean;
}

/** Turns the machine's effects into rows, in the act's own transaction: due dates, access and its end, counters, notices, deletion. */
export async function applyEffects(tx: Transaction, cause: Cause, effects: readonly Effect[]) {
  const { caseId } = cause;
  for (const effect of effects) {
    if (effect.type === "due") {
      const key = { caseId, duty: effect.duty };
      await tx.due.upsert({
        where: { caseId_duty: key },
        create: { ...key, day: effect.day },
        update: { day: effect.day },
      });
    } else if (effect.type === "clearDue") {
      await tx.due.deleteMany({ where: { caseId, duty: effect.duty } });
    } else if (effect.type === "recuse" || effect.type === "revoke") {
      await revokeAccess(tx, caseId, effect.person);
    } else if (effect.type === "renewKeys") {
      await markStale(tx, caseId);
    } else if (effect.type === "missed") {
      await countMiss(tx, cause, effect);
      if (effect.owner === "office") await oweOutside(tx, { caseId, urgent: isUrgent(effect.duty), now: now() });
    } else if (effect.type === "notify") {
      const outside = cause.tellsAuthority || effects.some(isAuthoritys);
      await oweNotices(tx, { caseId, actor: cause.actor, urgent: effect.urgent, outside, now: now() });
    }
  }
  if (cause.isLastReminder) await oweOutside(tx, { caseId, urgent: false, now: now() });
  if (cause.tellsReporter || effects.some(({ type }) => type === "missed")) await oweParty(tx, { caseId, now: now() });
  await refreshSort(tx, caseId);
  if (effects.some(({ type }) => type === "purge")) await purgeCase(tx, caseId, cause.day.slice(0, 7));
}

/** Danger to somebody does not wait for the next batch. */
function isUrgent(duty: Duty): boolean {
  return duty === "urgency" || duty === "urgencyAgain" || duty === "urgencyRatify";
}

/** Whether an effect is about a day by which an authority has to answer. */
function isAuthoritys(effect: Effect): boolean {
  return (effect.type === "due" || effect.type === "missed") && ownerOf(effect.duty) === "authority";
}

/** A recused person loses list entry and keys at once; what follows needs a new key, which the next colleague's browser makes. */
async function revokeAccess(tx: Transaction, caseId: string, personId: string) {
  await tx.access.deleteMany({ where: { caseId, personId } });
  const { count } = await tx.wrap.deleteMany({ where: { caseId, personId } });
  if (count > 0) await markStale(tx, caseId);
}

async function markStale(tx: Transaction, caseId: string) {
  await tx.compartment.updateMany({ where: { caseId, type: { in: RENEWABLE } }, data: { stale: true } });
}

/** The counter of the public statistics for days that the office, or an authority, let pass. Units: quarters, "2026-Q4". */
export function missCounter(owner: string, duty: string, kind: string, day: string): string {
  return `missed.${owner}.${duty}.${kind}.${quarterOf(day)}`;
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Counts a missed day, and what is held back once for each day: a flood is one incident, not thousands. From the second miss of one duty on it stands on the list of the oversight board. */
async function countMiss(
  tx: Transaction,
  { caseId, kind, day }: Cause,
  { duty, owner, count }: Extract<Effect, { type: "missed" }>,
) {
  const id = missCounter(owner, duty, kind, day);
  const isOfFlood = duty === "quarantined" && (await tx.escalation.count({ where: { duty, day } })) > 0;
  if (!isOfFlood)
    await tx.counter.upsert({ where: { id }, create: { id, value: 1 }, update: { value: { increment: 1 } } });
  await tx.escalation.create({ data: { caseId, duty, count, day } });
}

/** Keeps the case's next due day, and with it the place in everybody's queue; an authority's contact sees the authority's days alone. */
async function refreshSort(tx: Transaction, caseId: string) {
  const dues = await tx.due.findMany({ where: { caseId, ...OWED }, orderBy: { day: "asc" } });
  const dueDay = dues[0]?.day ?? null;
  const answerDay = dues.find(({ duty }) => ownerOf(duty as Duty) === "authority")?.day ?? null;
  const { state } = await tx.case.update({ where: { id: caseId }, data: { dueDay }, select: { state: true } });
  const standing = standingOf(state);
  const place = (scope: Scope, day: string | null) =>
    tx.access.updateMany({ where: { caseId, scope }, data: { sort: sortKey(day, caseId), standing } });
  await place("case", dueDay);
  await place(OUTSIDE, answerDay);
}
