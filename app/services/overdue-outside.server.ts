import { database } from "~/platform/database.server";
import { type CaseSnapshot, type Duty, ownerOf } from "~workflows";
import { findSnapshot } from "./procedure.server";
import type { SignedInPerson } from "./sign-in.server";

/** An office's duty that was missed and is still not done, in a case that the reader cannot open. */
export interface OverdueRow {
  case: string;
  reference: string;
  kind: string;
  duty: string;
  /** How often it was missed, and on which day last. */
  count: number;
  day: string;
  /** Who is on the case and can bring somebody in, by id. */
  people: string[];
}

/**
 * What an ombudsperson has to know of cases that they are not on. `unread` says only that some report is not acknowledged
 * in time: before somebody reads it, the server does not know whom its reporter struck out, so that there is no line and no
 * number for it.
 */
export interface OverdueOutside {
  rows: OverdueRow[];
  unread: boolean;
}

/** So many missed days are looked at, the newest first. */
const LOOKED_AT = 1000;

/**
 * The overdue cases that an ombudsperson cannot open: which duty, how late, and whom to ask. Nothing that anybody wrote.
 *
 * Shape: the newest first; empty for every other role. A case from which the reader is recused is not there.
 */
export async function readOverdueOutside(me: Pick<SignedInPerson, "id" | "roles">): Promise<OverdueOutside> {
  if (!me.roles.includes("ombudsperson")) return { rows: [], unread: false };
  const db = database();
  const found = await db.escalation.findMany({ orderBy: [{ day: "desc" }, { count: "desc" }], take: LOOKED_AT });
  const missed = found.filter(({ duty }) => ownerOf(duty as Duty) === "office");
  const cases = await db.case.findMany({
    where: { id: { in: missed.map(({ caseId }) => caseId) }, ...notOn(me.id) },
    select: {
      id: true,
      reference: true,
      kind: true,
      snapshot: true,
      dues: { select: { duty: true } },
      accesses: { where: { scope: "case" }, select: { personId: true } },
    },
  });
  const known = new Map(cases.filter(({ snapshot }) => mayKnow(snapshot, me.id)).map((one) => [one.id, one]));
  const seen = new Set<string>();
  const rows = missed.flatMap(({ caseId, duty, count, day }) => {
    const one = known.get(caseId);
    const key = `${caseId} ${duty}`;
    if (!one || seen.has(key) || !one.dues.some((due) => due.duty === duty)) return [];
    seen.add(key);
    const people = one.accesses.map(({ personId }) => personId);
    return [{ case: one.id, reference: one.reference, kind: one.kind, duty, count, day, people }];
  });
  return { rows, unread: await isSomethingUnread(me.id) };
}

const notOn = (personId: string) => ({ purgedMonth: null, accesses: { none: { personId } } });

/** Whether the last reminder to acknowledge a report has gone out, and nobody did, in a case that this person is not on. */
async function isSomethingUnread(personId: string): Promise<boolean> {
  const late = await database().due.findFirst({
    where: {
      case: notOn(personId),
      OR: [
        { duty: "acknowledgementLate" },
        { duty: "acknowledgement", case: { dues: { none: { duty: "reminder6" } } } },
      ],
    },
    select: { caseId: true },
  });
  return late !== null;
}

/** Whether the procedure knows whom the reporter struck out: whoever acknowledges a report writes it down. */
export function isRead({ value }: Pick<CaseSnapshot, "value">): boolean {
  return value.statutoryClock !== "ackDue" && value.statutoryClock !== "ackBreached";
}

/** Whether somebody outside a case may learn that there is one: it was read, and they are not kept out of it. */
function mayKnow(stored: string, personId: string): boolean {
  const snapshot = findSnapshot(stored);
  return snapshot !== null && isRead(snapshot) && !snapshot.context.recused.includes(personId);
}
