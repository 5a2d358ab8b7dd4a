import type { Transaction } from "~/platform/database.server";
import { oweOffice } from "./owe-office.server";

/**
 * Tells the ombudspersons who are not on a case that something is overdue, so that a case whose people are silent reaches
 * somebody: without a case, as all news of the office. Whoever is recused is not told.
 */
export async function oweOutside(
  tx: Transaction,
  { caseId, urgent, now }: { caseId: string; urgent: boolean; now: Date },
): Promise<void> {
  const found = await tx.case.findUniqueOrThrow({ where: { id: caseId }, select: { snapshot: true } });
  const { context } = JSON.parse(found.snapshot) as { context?: { recused?: readonly string[] } };
  const people = await tx.person.findMany({
    where: {
      state: "active",
      roles: { contains: '"ombudsperson"' },
      mail: { not: null },
      accesses: { none: { caseId } },
    },
    select: { id: true, mail: true, mailMode: true },
  });
  await oweOffice(
    tx,
    people.filter(({ id }) => !context?.recused?.includes(id)),
    urgent ? "urgent" : "office",
    now,
  );
}
