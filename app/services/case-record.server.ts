import type { Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, newId } from "~/platform/secrets.server";
import { type Act, actText } from "~crypto/acts";
import { type CaseSnapshot, type Effect, publishes } from "~workflows";
import { applyEffects } from "./case-effects.server";
import { OUTSIDE } from "./case-scope.server";

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
  snapshot: CaseSnapshot;
  state: string;
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
      tier: outcome.snapshot.context.tier,
      urgent: outcome.snapshot.context.urgent,
      leadId: outcome.state === "consolidated" ? outcome.snapshot.context.lead : null,
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
  const isWord = items.some(({ kind }) => kind === "message" || kind === "notice");
  // Whoever wrote is told that something about it is public now, even where the step brings no message.
  const tellsReporter = act.actor !== "reporter" && (isWord || publishes(act.event));
  const tellsAuthority = act.actor !== "reporter" && (await isForAuthority(tx, items));
  const { kind } = outcome.snapshot;
  const isLastReminder = act.event === "clock.reminder" && act.codes.duty === "reminder6";
  const cause = {
    caseId: act.case,
    kind,
    actor: act.actor,
    day: act.day,
    tellsReporter,
    tellsAuthority,
    isLastReminder,
  };
  await applyEffects(tx, cause, outcome.effects);
}

async function isForAuthority(tx: Transaction, items: readonly NewItem[]): Promise<boolean> {
  if (items.length === 0) return false;
  const ids = items.map(({ compartmentId }) => compartmentId);
  return (await tx.compartment.count({ where: { id: { in: ids }, type: OUTSIDE } })) > 0;
}
