import { actKey } from "./act-key";
import { dropDraft } from "./drafts";
import { post } from "./office-api";
import { type Acting, sealAct } from "./seal-act";

/**
 * Performs one act: seals, signs, sends. What was typed is forgotten only when the server has said that it is stored.
 *
 * Errors: Problem (409 when somebody acted first, 422 with the rule in the way, 0 when no answer came), HolderError,
 *         KeyNotHeld, and those of crypto/.
 */
export async function performAct(acting: Acting): Promise<void> {
  const signed = await sealAct(acting);
  await post(`/api/v1/cases/${acting.record.case}/acts`, signed);
  dropDraft(acting.record.case, actKey(acting.act));
}

/** Notes that everything on the page has been seen. A failure is no loss: the mark stays, and the next visit tries again. */
export async function markSeen(caseId: string, itemCount: number): Promise<void> {
  await post(`/api/v1/cases/${caseId}/read`, { seq: itemCount }).catch(() => undefined);
}
