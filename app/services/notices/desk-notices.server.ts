import { database, type Transaction } from "~/platform/database.server";
import type { SignedInPerson } from "../sign-in.server";

const UNREAD = { in: ["desk", "waiting", "sending", "sent", "stuck"] };

/**
 * On how many of a person's cases there is news that they have not read.
 *
 * Shape: a case that the person is no longer on counts nothing, whatever rows are left of it.
 */
export async function readDeskNotices(me: Pick<SignedInPerson, "id">): Promise<number> {
  const db = database();
  const unread = await db.notice.groupBy({ by: ["caseId"], where: { personId: me.id, state: UNREAD } });
  const cases = unread.map(({ caseId }) => caseId).filter((id) => id !== null);
  if (cases.length === 0) return 0;
  return db.access.count({ where: { personId: me.id, caseId: { in: cases } } });
}

/** Called when a person opens a case: its news is read, and a mail that has not left yet need not leave. */
export async function markNoticesRead(tx: Transaction, of: { personId: string; caseId: string }): Promise<void> {
  const state = { in: ["desk", "waiting", "sent", "stuck"] };
  await tx.notice.updateMany({ where: { ...of, state }, data: { state: "read", fault: null } });
}
