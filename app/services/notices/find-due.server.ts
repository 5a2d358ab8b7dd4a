import { database } from "~/platform/database.server";
import { dayStart } from "./schedule.server";

/** One mail that is due: the rows that it stands for, and who gets it. */
export interface DueMail {
  to: string;
  /** The armored public key: a person's, a party's if they gave one, else null. */
  publicKey: string | null;
  isParty: boolean;
  rows: DueRow[];
  /** Rows of the same addressee that failed before and wait for their next try: a mail that arrives tells them too. */
  told: string[];
}

export interface DueRow {
  id: string;
  caseId: string | null;
  state: string;
  attempts: number;
  notBefore: bigint;
  createdDay: string;
  fault: string | null;
}

/** More than a batch holds; what is over comes with the next look. */
const MAX_ROWS = 2000;
const UNSENT = { in: ["waiting", "sending"] };

/**
 * Finds the mails that are due: every due row, with all that waits for the same addressee, so that they get one mail.
 *
 * Shape:  "sending" rows whose claim has run out are due too. Rows for somebody who is no longer on the case, or whose
 *         wish is gone, are deleted on the way; rows for people who take no mail any more go to the desk.
 */
export async function findDueMails(now: Date): Promise<DueMail[]> {
  const due = await database().notice.findMany({
    where: { state: UNSENT, notBefore: { lte: BigInt(now.getTime()) } },
    orderBy: { notBefore: "asc" },
    take: MAX_ROWS,
    select: { personId: true, caseId: true },
  });
  const people = new Set(due.map(({ personId }) => personId).filter((id) => id !== null));
  const parties = new Set(due.filter(({ personId }) => personId === null).map(({ caseId }) => caseId ?? ""));
  const mails: (DueMail | null)[] = [];
  for (const personId of people) mails.push(await mailToPerson(personId, now));
  for (const caseId of parties) mails.push(await mailToParty(caseId, now));
  return mails.filter((mail) => mail !== null);
}

async function mailToPerson(personId: string, now: Date): Promise<DueMail | null> {
  const db = database();
  const person = await db.person.findUnique({
    where: { id: personId },
    include: { accesses: { select: { caseId: true } } },
  });
  const all = await db.notice.findMany({ where: { personId, state: UNSENT } });
  const cases = new Set(person?.state === "active" ? person.accesses.map(({ caseId }) => caseId) : []);
  const isTheirs = ({ caseId }: DueRow) => person?.state === "active" && (caseId === null || cases.has(caseId));
  await db.notice.deleteMany({ where: { id: { in: idsOf(all.filter((row) => !isTheirs(row))) } } });
  const rows = all.filter(isTheirs);
  if (!person?.mail || person.mailMode === "off") {
    const data = { state: "desk", fault: null, notBefore: dayStart(now) };
    await db.notice.updateMany({ where: { id: { in: idsOf(rows.filter((row) => isFree(row, now))) } }, data });
    return null;
  }
  return mailOf({ to: person.mail, publicKey: person.publicKey, isParty: false }, rows, now);
}

async function mailToParty(caseId: string, now: Date): Promise<DueMail | null> {
  const db = database();
  const where = { personId: null, caseId, state: UNSENT };
  const wish = await db.mailWish.findUnique({ where: { caseId } });
  if (wish) {
    return mailOf({ to: wish.address, publicKey: wish.key, isParty: true }, await db.notice.findMany({ where }), now);
  }
  await db.notice.deleteMany({ where });
  return null;
}

function mailOf(addressee: Pick<DueMail, "to" | "publicKey" | "isParty">, all: DueRow[], now: Date): DueMail | null {
  if (!all.some((row) => isDue(row, now))) return null;
  const rows = all.filter((row) => isDue(row, now) || (row.state === "waiting" && row.attempts === 0));
  return { ...addressee, rows, told: idsOf(all.filter((row) => row.state === "waiting" && !rows.includes(row))) };
}

const isDue = (row: DueRow, now: Date) => row.notBefore <= BigInt(now.getTime());
/** No process holds a claim on it. */
const isFree = (row: DueRow, now: Date) => row.state === "waiting" || isDue(row, now);
const idsOf = (rows: DueRow[]) => rows.map(({ id }) => id);
