import { database } from "~/platform/database.server";
import { isInside } from "./case-scope.server";
import { isRead, readOverdueOutside } from "./overdue-outside.server";
import { requireOfficeRole } from "./policy/office-place.server";
import { findSnapshot } from "./procedure.server";
import type { SignedInPerson } from "./sign-in.server";

/** From the second miss of one duty on, a case stands on the oversight board's list. */
const FROM_COUNT = 2;
const SHOWN = 200;

/**
 * The list for the oversight board: duties that were missed more than once.
 *
 * Shape:  cases that this person is on, by reference; the others only as a number, since nobody learns of a case that is
 *         kept from them. `outside` is what an ombudsperson has to see to although they are not on the case.
 * Errors: Problem 404 for anybody but an administrator or ombudsperson.
 */
export async function readOversight(me: SignedInPerson) {
  requireOfficeRole(me);
  const db = database();
  const all = await readEscalations();
  const ids = [...new Set(all.map(({ caseId }) => caseId))];
  const mine = await db.case.findMany({
    where: { id: { in: ids }, accesses: isInside(me.id) },
    select: { id: true, reference: true, kind: true, state: true },
  });
  const known = new Map(mine.map((one) => [one.id, one]));
  return {
    rows: all.flatMap(({ caseId, duty, count, day }) => {
      const one = known.get(caseId);
      return one ? [{ ...one, duty, count, day }] : [];
    }),
    others: ids.length - mine.length - (await countKept(me.id, ids)),
    outside: await readOverdueOutside(me),
  };
}

/** What was missed twice, and a late inquiry that nobody on the case could review: that is the board's from the first day. */
async function readEscalations() {
  const db = database();
  const found = await db.escalation.findMany({
    where: { OR: [{ count: { gte: FROM_COUNT } }, { duty: "inquiryReview" }] },
    orderBy: [{ day: "desc" }, { caseId: "asc" }],
    take: SHOWN,
  });
  const first = found.filter(({ count }) => count < FROM_COUNT).map(({ caseId }) => caseId);
  const reviewed = await db.access.findMany({
    where: { caseId: { in: first }, scope: "case", person: { state: "active", roles: { contains: '"reviewer"' } } },
    distinct: ["caseId"],
    select: { caseId: true },
  });
  return found.filter((one) => one.count >= FROM_COUNT || !reviewed.some(({ caseId }) => caseId === one.caseId));
}

/** Cases from which this person is recused, or that nobody has read yet, so that they may be: those are not even counted. */
async function countKept(personId: string, ids: readonly string[]): Promise<number> {
  const where = { id: { in: [...ids] }, accesses: { none: { personId } } };
  const others = await database().case.findMany({ where, select: { snapshot: true } });
  return others.filter(({ snapshot }) => {
    const known = findSnapshot(snapshot);
    return known && (!isRead(known) || known.context.recused.includes(personId));
  }).length;
}
