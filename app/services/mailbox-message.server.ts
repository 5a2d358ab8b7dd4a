import { z } from "zod";
import { database, type Transaction } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { requireAddressedTo } from "~crypto/addressed";
import { restore } from "~workflows";
import { nextAct } from "./case-chain.server";
import { establishFacts } from "./case-facts.server";
import { actedFirst } from "./case-items.server";
import { type NewItem, recordAct } from "./case-record.server";
import { stepOrRefuse } from "./procedure.server";
import { armoredMessage, id, parts } from "./schemas.server";
import { attachParts } from "./store-part.server";

/** A sealed message from the mailbox: the message item first, the files it brings after it. */
export const messageSchema = z.object({
  v: z.literal(1),
  id,
  event: z.enum(["reporter.message", "reporter.reply", "review.request"]),
  codes: z.object({ reason: z.enum(["procedure", "facts", "newFacts"]).optional() }),
  compartment: id,
  items: z
    .array(z.object({ id, kind: z.enum(["message", "file"]), seq: z.number().int().min(0), armored: armoredMessage }))
    .min(1)
    .max(501),
  parts,
});

/**
 * Takes a sealed message of the reporter and moves the case as the procedure says. The same message again changes nothing.
 *
 * Errors: Problem 409 when something else arrived first (read again, seal again), 422 when the procedure does not allow it now.
 */
export async function postMailboxMessage(
  caseId: string,
  input: z.infer<typeof messageSchema>,
): Promise<{ state: string }> {
  const db = database();
  const current = await db.case.findUniqueOrThrow({ where: { id: caseId } });
  const stored = await db.item.findUnique({ where: { id: input.items[0]?.id ?? "" } });
  if (stored) return sameMessage(stored, caseId, input, current.state);
  const compartment = await db.compartment.findFirst({
    where: { id: input.compartment, caseId, type: "correspondence" },
  });
  const latest = await db.compartment.findFirst({
    where: { caseId, type: "correspondence" },
    orderBy: { epoch: "desc" },
  });
  if (!compartment || compartment.id !== latest?.id) throw actedFirst();
  for (const item of input.items) {
    await requireAddressedTo(item.armored, compartment.publicKey).catch(() => {
      throw new Problem(
        400,
        "The message is not sealed to this mailbox's key, so nothing was stored. Open the mailbox again and send it once more.",
      );
    });
  }
  const items: NewItem[] = input.items.map((item) => ({ ...item, compartmentId: compartment.id, author: "reporter" }));
  return recordReporterAct(
    caseId,
    current.version,
    input.event,
    { ...(input.codes.reason && { reason: input.codes.reason }) },
    items,
    (tx) => attachParts(tx, caseId, input.parts),
  );
}

/** Writes an act of the reporter, whichever way it came. */
export async function recordReporterAct(
  caseId: string,
  version: number,
  event: "reporter.message" | "reporter.reply" | "review.request",
  codes: Record<string, string>,
  items: NewItem[],
  also: (tx: Transaction) => Promise<void> = async () => undefined,
): Promise<{ state: string }> {
  const facts = await establishFacts(
    caseId,
    items.map((item) => ({
      digest: digestOf(item.armored),
      kind: item.kind,
      compartment: "correspondence",
      signedBy: null,
      recipients: 2,
    })),
  );
  return database().$transaction(async (tx) => {
    const current = await tx.case.findUniqueOrThrow({ where: { id: caseId } });
    if (current.version !== version) throw actedFirst();
    const last = await tx.item.findFirst({
      where: { compartmentId: items[0]?.compartmentId ?? "" },
      orderBy: { seq: "desc" },
      select: { seq: true },
    });
    if (items[0]?.seq !== (last ? last.seq + 1 : 0)) throw actedFirst();
    const act = await nextAct(
      tx,
      caseId,
      "reporter",
      event,
      items.map((item) => digestOf(item.armored)),
      codes,
    );
    const { snapshot, state, effects } = stepOrRefuse(restore(JSON.parse(current.snapshot)), {
      type: event,
      actor: "reporter",
      role: "reporter",
      codes,
      facts: { ...facts, day: act.day },
    });
    await recordAct(tx, version, act, null, { snapshot, state, tier: current.tier, effects }, items);
    await also(tx);
    return { state };
  });
}

function sameMessage(
  stored: { caseId: string; digest: string },
  caseId: string,
  input: z.infer<typeof messageSchema>,
  state: string,
) {
  if (stored.caseId !== caseId || stored.digest !== digestOf(input.items[0]?.armored ?? ""))
    throw new Problem(409, "Another message has this id. Nothing was changed.");
  return { state };
}
