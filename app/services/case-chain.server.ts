import type { Database, Transaction } from "~/platform/database.server";
import type { Act } from "~crypto/acts";
import { officeCalendar } from "./calendar.server";

/** The next link of a case's chain, for an act of the system or of a reporter; such acts carry no signature and say so. */
export async function nextAct(
  db: Database | Transaction,
  caseId: string,
  actor: "system" | "reporter",
  event: string,
  itemDigests: string[],
  codes: Act["codes"] = {},
): Promise<Act> {
  const last = await db.act.findFirst({
    where: { caseId },
    orderBy: { seq: "desc" },
    select: { seq: true, digest: true, day: true },
  });
  const { today } = await officeCalendar();
  const day = last && last.day > today ? last.day : today;
  return {
    v: 1,
    case: caseId,
    seq: last ? last.seq + 1 : 0,
    event,
    codes,
    itemDigests,
    prevAct: last?.digest ?? "",
    day,
    actor,
    role: actor,
  };
}
