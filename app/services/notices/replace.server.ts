import { database, type Transaction } from "~/platform/database.server";
import { restartedFault } from "./faults.server";
import { placeNotice, type Reason } from "./place.server";

const OPEN_STATES = { in: ["desk", "waiting", "stuck"] };

/**
 * Places all that is owed to one person anew, after their address or their wish has changed: what waited in the desk
 * goes out by mail, or the other way round.
 *
 * Shape: what was read or sent stays; what is being sent stays with the process that sends it.
 */
export async function replaceNotices(tx: Transaction, personId: string, now: Date): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { mail: true, mailMode: true } });
  const { timeZone } = await tx.office.findFirstOrThrow({ select: { timeZone: true } });
  const rows = await tx.notice.findMany({ where: { personId, state: OPEN_STATES } });
  for (const row of rows) {
    const place = placeNotice({ ...person, who: personId }, row.reason as Reason, now, timeZone);
    const fault = place.state === "desk" ? null : restartedFault(row);
    await tx.notice.updateMany({
      where: { id: row.id, state: row.state },
      data: { ...place, attempts: 0, fault },
    });
  }
}

/**
 * Brings the rows in line with the settings of this start: with a mail server, what waited in the desk for people who
 * take mail goes out; without one, what waited for mail is shown in the desk.
 */
export async function adoptNotices(hasMail: boolean, now: Date): Promise<void> {
  const db = database();
  if (!hasMail) {
    const data = { state: "desk", fault: null };
    await db.notice.updateMany({ where: { state: { in: ["waiting", "sending"] } }, data });
    return;
  }
  const people = await db.person.findMany({
    where: { mail: { not: null }, mailMode: { not: "off" } },
    select: { id: true },
  });
  const where = { state: "desk", personId: { in: people.map(({ id }) => id) } };
  const waiting = await db.notice.groupBy({ by: ["personId"], where });
  for (const { personId } of waiting) {
    if (personId) await db.$transaction((tx) => replaceNotices(tx, personId, now));
  }
  await db.notice.updateMany({ where: { state: "desk", reason: "party" }, data: { state: "waiting", attempts: 0 } });
}
