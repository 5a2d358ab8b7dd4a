import type { Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, newId } from "~/platform/secrets.server";
import { type Act, actText } from "~crypto/acts";
import type { Effect } from "~workflows";

/** A sealed item on its way into the database. */
export interface NewItem {
  id: string;
  compartmentId: string;
  seq: number;
  kind: string;
  author: string;
  armored: string;
  reply?: string | undefined;
}

/** What the machine said about one act. */
export interface Outcome {
  snapshot: unknown;
  state: string;
  tier: string | null;
  effects: readonly Effect[];
}

/** Sizes are kept as powers of two in KiB: enough to plan a disk, too little to tell one report from another. */
export function sizeBucket(bytes: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, bytes / 1024)));
}

/** The database row of an item. */
export function itemRow(caseId: string, day: string, item: NewItem) {
  const { reply, ...rest } = item;
  return {
    ...rest,
    caseId,
    day,
    digest: digestOf(item.armored),
    sizeBucket: sizeBucket(item.armored.length),
    reply: reply ?? null,
  };
}

/** The database row of an act; its text is what was signed, to the letter. */
export function actRow(act: Act, signature: string | null) {
  const text = actText(act);
  return {
    id: newId(),
    caseId: act.case,
    seq: act.seq,
    event: act.event,
    actor: act.actor,
    role: act.role,
    day: act.day,
    text,
    digest: digestOf(text),
    signature,
  };
}

/** Queues are read in this order: what is due first comes first. */
export function sortKey(dueDay: string | null, caseId: string): string {
  return `${dueDay ?? "9999-12-31"} ${caseId}`;
}

/** How a case stands in a queue: it waits for the reporter, it rests, or the office has to act. */
export function standingOf(state: string): "open" | "waiting" | "resting" {
  if (state === "awaitingInfo") return "waiting";
  return state === "closed" || state === "archived" ? "resting" : "open";
}

/**
 * Writes one act and all that follows from it, in the caller's transaction.
 *
 * Compare-and-swap on `version`: of two people who act at once, one wins and the other is told; nothing of theirs is written.
 * Errors: Problem 409.
 */
export async function recordAct(
  tx: Transaction,
  version: number,
  act: Act,
  signature: string | null,
  outcome: Outcome,
  items: readonly NewItem[],
  afterSwap: () => Promise<void> = async () => undefined,
) {
  const { count } = await tx.case.updateMany({
    where: { id: act.case, version },
    data: {
      version: version + 1,
      state: outcome.state,
      tier: outcome.tier,
      snapshot: JSON.stringify(outcome.snapshot),
      lastSeq: { increment: items.length },
    },
  });
  if (count !== 1) {
    throw new Problem(
      409,
      "Somebody acted on this case in the meantime, so nothing of yours was stored. Read what changed, then send it again.",
      { rule: "actedFirst" },
    );
  }
  // Only the winner writes more: a loser would run into the winner's rows before it is told.
  await afterSwap();
  await tx.act.create({ data: actRow(act, signature) });
  if (items.length > 0) await tx.item.createMany({ data: items.map((item) => itemRow(act.case, act.day, item)) });
  await applyEffects(tx, act.case, outcome.effects);
}

/** Turns the machine's effects into rows: due dates, access and its end. */
async function applyEffects(tx: Transaction, caseId: string, effects: readonly Effect[]) {
  for (const effect of effects) {
    if (effect.type === "due") {
      const key = { caseId, duty: effect.duty };
      await tx.due.upsert({
        where: { caseId_duty: key },
        create: { ...key, day: effect.day },
        update: { day: effect.day },
      });
    } else if (effect.type === "clearDue") {
      await tx.due.deleteMany({ where: { caseId, duty: effect.duty } });
    } else if (effect.type === "recuse" || effect.type === "revoke") {
      await revokeAccess(tx, caseId, effect.person);
    }
  }
  await refreshSort(tx, caseId);
}

/** A recused person loses list entry and keys at once; what follows needs a new key, which the next colleague's browser makes. */
async function revokeAccess(tx: Transaction, caseId: string, personId: string) {
  await tx.access.deleteMany({ where: { caseId, personId } });
  const { count } = await tx.wrap.deleteMany({ where: { caseId, personId } });
  if (count > 0) await tx.compartment.updateMany({ where: { caseId, type: { not: "bare" } }, data: { stale: true } });
}

/** Keeps the case's next due day, and with it the place in everybody's queue. */
async function refreshSort(tx: Transaction, caseId: string) {
  const next = await tx.due.findFirst({ where: { caseId }, orderBy: { day: "asc" } });
  const dueDay = next?.day ?? null;
  const { state } = await tx.case.update({ where: { id: caseId }, data: { dueDay }, select: { state: true } });
  await tx.access.updateMany({
    where: { caseId },
    data: { sort: sortKey(dueDay, caseId), standing: standingOf(state) },
  });
}
