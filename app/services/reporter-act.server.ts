import { database, type Transaction } from "~/platform/database.server";
import { digestOf } from "~/platform/secrets.server";
import type { EventType, ItemFact } from "~workflows";
import { nextAct } from "./case-chain.server";
import { establishFacts } from "./case-facts.server";
import { actedFirst } from "./case-items.server";
import { type NewItem, recordAct } from "./case-record.server";
import { findSnapshot, restoreOrRefuse, stepOrRefuse } from "./procedure.server";
import { shownState } from "./shown-state.server";

/** An act of the reporter, whichever way it came: its codes are in the clear, its words in sealed items. */
export interface ReporterAct {
  caseId: string;
  version: number;
  event: EventType;
  codes?: Record<string, string>;
  items?: readonly NewItem[];
  compartment?: ItemFact["compartment"];
}

/**
 * Writes an act of the reporter, and what it brings, in one transaction. It carries no signature, and says so.
 *
 * Errors: Problem 409 when something else arrived first, 422 when the procedure does not allow it now.
 */
export async function recordReporterAct(
  { caseId, version, event, codes = {}, items = [], compartment = "correspondence" }: ReporterAct,
  also: (tx: Transaction) => Promise<void> = async () => undefined,
): Promise<{ state: string }> {
  const digests = items.map((item) => digestOf(item.armored));
  const itemFacts = items.map(({ kind }, index) => ({
    digest: digests[index] ?? "",
    kind,
    compartment,
    signedBy: null,
    recipients: 2,
  }));
  const facts = await establishFacts(caseId, itemFacts);
  return database().$transaction(async (tx) => {
    const current = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
    if (current.version !== version) throw actedFirst();
    await requireNextPlaces(tx, items);
    const act = await nextAct(tx, caseId, "reporter", event, digests, codes);
    const outcome = stepOrRefuse(restoreOrRefuse(current.snapshot), {
      type: event,
      actor: "reporter",
      role: "reporter",
      codes,
      facts: { ...facts, day: act.day },
    });
    await recordAct(tx, version, act, null, outcome, items);
    await also(tx);
    return { state: shownState(outcome.snapshot) };
  });
}

/** Items take the next places in their compartment, one after the other. */
async function requireNextPlaces(tx: Transaction, items: readonly NewItem[]) {
  const [first] = items;
  if (!first) return;
  const where = { compartmentId: first.compartmentId };
  const last = await tx.item.findFirst({ where, orderBy: { seq: "desc" }, select: { seq: true } });
  const next = last ? last.seq + 1 : 0;
  if (items.some(({ seq }, index) => seq !== next + index)) throw actedFirst();
}

/**
 * Notes that a reporter is back after a long silence: the day and nothing finer. Whoever was not silent leaves no trace
 * of coming, and a case that does not take the note now is opened all the same.
 */
export async function endSilence(caseId: string): Promise<void> {
  const where = { id: caseId };
  const found = await database().case.findUniqueOrThrow({ where, select: { version: true, snapshot: true } });
  if (findSnapshot(found.snapshot)?.value.standing !== "silent") return;
  // Nothing of a failure is logged: the line would mark when a reporter came.
  await recordReporterAct({ caseId, version: found.version, event: "reporter.login" }).catch(() => undefined);
}
