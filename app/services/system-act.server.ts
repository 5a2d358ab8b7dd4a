import { database } from "~/platform/database.server";
import type { Codes, EventType } from "~workflows";
import { nextAct } from "./case-chain.server";
import { establishFacts } from "./case-facts.server";
import { recordAct } from "./case-record.server";
import { restoreOrRefuse, stepOrRefuse } from "./procedure.server";

/**
 * Takes one step of the system: no signature, and the act says so.
 *
 * Errors: Problem 409 when somebody acted in the same moment, 422 when the procedure does not allow it.
 */
export async function systemAct(caseId: string, type: EventType, codes: Codes): Promise<void> {
  const db = database();
  const current = await db.case.findUniqueOrThrow({ where: { id: caseId } });
  const established = await establishFacts(caseId);
  const snapshot = restoreOrRefuse(current.snapshot);
  await db.$transaction(async (tx) => {
    const act = await nextAct(tx, caseId, "system", type, [], codes as Record<string, string>);
    // The act and the procedure have to agree on the day, also when midnight falls between two questions to the clock.
    const facts = { ...established, day: act.day };
    const outcome = stepOrRefuse(snapshot, { type, actor: "system", role: "system", codes, facts });
    // The new date stands in the chain beside the one that was missed; the reporter reads both.
    const missed = outcome.effects.find((effect) => effect.type === "missed");
    const told = missed?.next ? { ...act, codes: { ...act.codes, next: missed.next } } : act;
    await recordAct(tx, current.version, told, null, outcome, []);
  });
}
