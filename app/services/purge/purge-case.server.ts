import type { Transaction } from "~/platform/database.server";
import { purgeCounter, quarterOf } from "./purged-quarters.server";
import { monthOf, skeletonOf } from "./skeleton.server";

/**
 * Destroys what a case holds: keys, wraps, items, parts, the list entries of people, dues, mail. What stays is the
 * skeleton and the acts, which hold no content and keep the chain verifiable.
 *
 * Whether a case may be purged is for the procedure to say (no hold, no open incident); this only carries it out, in the
 * transaction of the act that said so, after that act is written.
 *
 * Shape:  gives true when it purged, false when the case was purged before or never was.
 * Units:  `month` is "YYYY-MM".
 * Errors: SkeletonError; then the whole transaction is undone.
 */
export async function purgeCase(tx: Transaction, caseId: string, month: string): Promise<boolean> {
  const found = await tx.case.findUnique({ where: { id: caseId } });
  if (!found || found.purgedMonth !== null) return false;
  const [last, acts] = await Promise.all([
    tx.act.findFirst({ where: { caseId }, orderBy: { seq: "desc" }, select: { digest: true } }),
    tx.act.count({ where: { caseId } }),
  ]);
  const skeleton = skeletonOf(JSON.parse(found.snapshot), { digest: last?.digest ?? "", acts });
  await destroyContent(tx, caseId);
  // A value that no receipt and no code can give, and that differs from case to case, as the columns ask.
  const gone = `purged:${caseId}`;
  await tx.case.update({
    where: { id: caseId },
    data: {
      state: "purged",
      purgedMonth: month,
      snapshot: JSON.stringify(skeleton),
      createdDay: monthOf(found.createdDay) ?? "",
      reference: gone,
      channel: "purged",
      urgent: false,
      submissionDigest: gone,
      locatorHash: gone,
      authHash: gone,
      receiptKey: null,
      receiptLockedKey: null,
      dueDay: null,
      leadId: null,
      lastSeq: 0,
    },
  });
  const id = purgeCounter(found.kind, quarterOf(month));
  await tx.counter.upsert({ where: { id }, create: { id, value: 1 }, update: { value: { increment: 1 } } });
  return true;
}

/** Keys first: from the first statement on, what is still there can be opened by nobody. */
async function destroyContent(tx: Transaction, caseId: string) {
  const where = { caseId };
  await tx.wrap.deleteMany({ where });
  await tx.item.deleteMany({ where });
  await tx.compartment.deleteMany({ where });
  await tx.part.deleteMany({ where });
  await tx.mailWish.deleteMany({ where });
  await tx.notice.deleteMany({ where });
  await tx.due.deleteMany({ where });
  await tx.escalation.deleteMany({ where });
  await tx.access.deleteMany({ where });
}
