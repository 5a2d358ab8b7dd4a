import { randomInt } from "node:crypto";
import { database } from "~/platform/database.server";
import { MAX_DELIVERY_MS } from "~/platform/mail.server";
import { type NoticeFault, writeFault } from "./faults.server";
import type { DueMail, DueRow } from "./find-due.server";
import { backoff, dayStart } from "./schedule.server";

/** Who claims rows keeps them for this long, in milliseconds. A process that died with them may have sent them. */
export const LEASE_MS = MAX_DELIVERY_MS + 5 * 60_000;
/** A lease is a name as well: two claims of one moment must differ. */
const LEASE_DRAW_MS = 60_000;

const MAX_ATTEMPTS = 30;
const MAX_AGE_MS = 5 * 86_400_000;
/** An office that was itself switched off for a week still gets this many tries. */
const LEAST_ATTEMPTS = 10;

/**
 * Takes the rows of one mail for this process, all of them or none.
 *
 * Shape: the lease, which names this claim until it ends; null if another process was first.
 */
export async function claim(mail: DueMail, now: Date): Promise<bigint | null> {
  const time = BigInt(now.getTime());
  const lease = time + BigInt(LEASE_MS + randomInt(LEASE_DRAW_MS));
  const isOurs = { OR: [{ notBefore: { lte: time } }, { state: "waiting", attempts: 0 }] };
  const where = { id: { in: idsOf(mail) }, state: { in: ["waiting", "sending"] }, ...isOurs };
  try {
    await database().$transaction(async (tx) => {
      const data = { state: "sending", notBefore: lease, attempts: { increment: 1 } };
      const { count } = await tx.notice.updateMany({ where, data });
      if (count !== mail.rows.length) throw new TakenError();
    });
    return lease;
  } catch (error) {
    if (error instanceof TakenError) return null;
    throw error;
  }
}

/** Another process has some of the rows; what was taken is given back with the transaction. */
class TakenError extends Error {
  override readonly name = "TakenError";
}

/** Marks a claimed mail as sent, and with it the rows that it tells too. They keep the day and no time. */
export async function markSent(mail: DueMail, lease: bigint, now: Date): Promise<void> {
  const data = { state: "sent", fault: null, sentDay: now.toISOString().slice(0, 10), notBefore: dayStart(now) };
  const db = database();
  await db.$transaction([
    db.notice.updateMany({ where: { id: { in: idsOf(mail) }, state: "sending", notBefore: lease }, data }),
    db.notice.updateMany({ where: { id: { in: mail.told }, state: "waiting" }, data }),
  ]);
}

/** Puts a claimed mail back for a later try, or aside where it would fail again or its tries are used up. */
export async function markFailed(mail: DueMail, lease: bigint, fault: NoticeFault, isFinal: boolean, now: Date) {
  for (const row of mail.rows) {
    const attempts = row.attempts + 1;
    const place =
      isFinal || isUsedUp(row, attempts, now)
        ? { state: "stuck", notBefore: dayStart(now) }
        : { state: "waiting", notBefore: BigInt(now.getTime() + backoff(attempts)) };
    await database().notice.updateMany({
      where: { id: row.id, state: "sending", notBefore: lease },
      data: { ...place, fault: writeFault(row, fault) },
    });
  }
}

/** The mail server takes nothing from anybody: what else is due waits a minute, and counts no try. */
export async function postpone(mails: readonly DueMail[], now: Date): Promise<void> {
  await database().notice.updateMany({
    where: { id: { in: mails.flatMap(idsOf) }, state: "waiting", notBefore: { lte: BigInt(now.getTime()) } },
    data: { notBefore: BigInt(now.getTime() + backoff(1)) },
  });
}

function isUsedUp(row: DueRow, attempts: number, now: Date): boolean {
  const age = now.getTime() - Date.parse(`${row.createdDay}T00:00:00Z`);
  return attempts >= MAX_ATTEMPTS || (attempts >= LEAST_ATTEMPTS && age > MAX_AGE_MS);
}

const idsOf = (mail: DueMail) => mail.rows.map(({ id }) => id);
