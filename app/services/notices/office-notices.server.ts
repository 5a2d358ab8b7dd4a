import { z } from "zod";
import { now, today } from "~/platform/clock.server";
import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { id } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";
import { type NoticeFault, readFault, restartedFault } from "./faults.server";
import { findNoticeKey, requireNoticeKey } from "./notice-key.server";
import { dayStart } from "./schedule.server";

export const retrySchema = z.object({ notice: id });

/** One addressee whose mail does not get through. A party has no name here: it could only be the name of a case. */
export interface TroubledMail {
  /** One of the rows; a retry of it is a retry of all of theirs. */
  notice: string;
  name: string | null;
  fault: NoticeFault;
  /** When the next try is due, in milliseconds; null if none is. */
  nextTry: number | null;
}

/**
 * What the office may know about its mail: whether it is set up, the notice key, how many people wait, and what is stuck.
 *
 * Shape:  people are counted, not notices: how much happens on cases is nobody's business here. No case is named.
 * Errors: Problem 404 for everybody but administrators and ombudspersons.
 */
export async function readOfficeNotices(me: Pick<SignedInPerson, "roles">) {
  requireOfficeRole(me);
  const { mail, noticeBatchMinutes } = readConfig();
  const { timeZone } = await database().office.findFirstOrThrow({ select: { timeZone: true } });
  await requireNoticeKey();
  return {
    mail: mail && { server: `${mail.host}:${mail.port}`, from: mail.from, isPrivate: mail.secure || mail.requireTls },
    batchMinutes: noticeBatchMinutes,
    timeZone,
    noticeKey: await findNoticeKey(),
    waiting: await countAddressees({ state: { in: ["waiting", "sending"] } }),
    sentToday: await countAddressees({ sentDay: today() }),
    stuck: await countAddressees({ state: "stuck" }),
    inDesk: await countAddressees({ state: "desk" }),
    troubled: await readTroubled(),
  };
}

/**
 * Tries again now what is stuck, or waits for its next try, for the addressee of one row.
 *
 * Errors: Problem 404 for other roles and for a row that is not in trouble; 409 where no mail server is set.
 */
export async function retryNotices(me: Pick<SignedInPerson, "roles">, { notice }: z.infer<typeof retrySchema>) {
  requireOfficeRole(me);
  if (!readConfig().mail) throw new Problem(409, "No mail server is set, so nothing can be sent. Nothing was changed.");
  const db = database();
  const row = await db.notice.findFirst({ where: { id: notice, ...IN_TROUBLE } });
  if (!row) throw notFound();
  const whose = row.personId === null ? { personId: null, fault: row.fault } : { personId: row.personId };
  const rows = await db.notice.findMany({ where: { ...whose, ...IN_TROUBLE } });
  for (const each of rows) {
    await db.notice.updateMany({
      where: { id: each.id, state: each.state, notBefore: each.notBefore },
      data: { state: "waiting", attempts: 0, fault: restartedFault(each), notBefore: dayStart(now()) },
    });
  }
}

const IN_TROUBLE = { state: { in: ["stuck", "waiting"] }, fault: { not: null } };

async function readTroubled(): Promise<TroubledMail[]> {
  const db = database();
  const rows = await db.notice.findMany({ where: IN_TROUBLE, orderBy: [{ state: "asc" }, { notBefore: "asc" }] });
  const ids = [...new Set(rows.map(({ personId }) => personId).filter((each) => each !== null))];
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } });
  const names = new Map(people.map((person) => [person.id, person.displayName]));
  const lines = new Map<string, TroubledMail>();
  for (const row of rows) {
    const key = row.personId ?? `party ${row.fault}`;
    if (lines.has(key)) continue;
    lines.set(key, {
      notice: row.id,
      name: row.personId === null ? null : (names.get(row.personId) ?? ""),
      fault: readFault(row.fault ?? ""),
      nextTry: row.state === "waiting" ? Number(row.notBefore) : null,
    });
  }
  return [...lines.values()];
}

async function countAddressees(where: { state?: string | { in: string[] }; sentDay?: string }): Promise<number> {
  const db = database();
  const people = await db.notice.groupBy({ by: ["personId"], where: { ...where, personId: { not: null } } });
  const parties = await db.notice.groupBy({ by: ["caseId"], where: { ...where, personId: null } });
  return people.length + parties.length;
}

function requireOfficeRole(me: Pick<SignedInPerson, "roles">) {
  if (!me.roles.some((role) => role === "administrator" || role === "ombudsperson")) throw notFound();
}
