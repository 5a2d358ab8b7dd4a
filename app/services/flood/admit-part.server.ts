import { database } from "~/platform/database.server";
import { id } from "../schemas.server";
import { requireWork } from "./proof.server";
import { workNow } from "./waiting.server";

/**
 * Lets a part of a file in: in a flood only with the work for its report, or where its case exists already. A case's id is
 * 128 random bits, known to its reporter and to those who work on it.
 *
 * Errors: Problem 428 with the rule "work"; nothing was stored then.
 */
export async function admitPart(request: Request, unsafeCase: string | undefined): Promise<void> {
  if ((await workNow()) === 0) return;
  const caseId = id.parse(unsafeCase);
  const found = await database().case.findUnique({ where: { id: caseId }, select: { purgedMonth: true } });
  if (!found || found.purgedMonth !== null) await requireWork(request, caseId);
}
