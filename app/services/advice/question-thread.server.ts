import { z } from "zod";
import { database, type Transaction } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { requireAddressedTo } from "~crypto/addressed";
import { forgetOldPages } from "../purge/forget-old-pages.server";
import { armoredMessage, id } from "../schemas.server";
import { adviceDays } from "./advice-days.server";
import { newsFor } from "./ask-question.server";

/** The next message of a thread; its `id` is made by its author's browser, and the same one again changes nothing. */
export const threadMessageSchema = z.strictObject({
  v: z.literal(1),
  id,
  seq: z.number().int().min(1).max(200),
  armored: armoredMessage.max(400_000),
});
export type ThreadMessage = z.infer<typeof threadMessageSchema>;

/** A thread as both of its sides read it: sealed messages in their order, and the days that count. */
export async function readThread(questionId: string) {
  const found = await database().question.findUnique({
    where: { id: questionId },
    include: { messages: { orderBy: { seq: "asc" } } },
  });
  if (!found) throw notFound();
  return {
    question: found.id,
    publicKey: found.publicKey,
    fingerprint: found.fingerprint,
    dueDay: found.dueDay,
    deleteDay: found.deleteDay,
    messages: found.messages.map(({ questionId: _, ...message }) => message),
  };
}
export type Thread = Awaited<ReturnType<typeof readThread>>;

/**
 * Writes the next message of a thread, by its asker or by an officer.
 *
 * Errors: Problem 404 where the thread is gone, 400 where it is not sealed to its key, 409 when another message came first
 *         or the id belongs to another.
 */
export async function addThreadMessage(questionId: string, author: string, message: ThreadMessage): Promise<void> {
  const found = await database().question.findUnique({ where: { id: questionId }, select: { publicKey: true } });
  if (!found) throw notFound();
  await requireAddressedTo(message.armored, found.publicKey).catch(() => {
    throw new Problem(400, "The message is not sealed to this thread's key, so nothing was stored. Read it again.");
  });
  const digest = digestOf(message.armored);
  const days = author === "asker" ? await adviceDays("asked") : await adviceDays("answered");
  await database().$transaction(async (tx) => {
    if (await isKnown(tx, questionId, message.id, digest)) return;
    const last = await tx.questionMessage.findFirst({ where: { questionId }, orderBy: { seq: "desc" } });
    if (!last) throw notFound();
    if (message.seq !== last.seq + 1) throw cameFirst();
    const { id, seq, armored } = message;
    await tx.questionMessage.create({ data: { id, questionId, seq, author, armored, digest, day: days.today } });
    // A second question before the answer does not give the office more time for the first.
    const { dueDay } = await tx.question.findUniqueOrThrow({ where: { id: questionId } });
    await tx.question.update({
      where: { id: questionId },
      data: { deleteDay: days.deleteDay, dueDay: days.dueDay && (dueDay ?? days.dueDay) },
    });
    if (author === "asker") await tellHolders(tx, questionId);
  });
}

async function isKnown(tx: Transaction, questionId: string, messageId: string, digest: string): Promise<boolean> {
  const stored = await tx.questionMessage.findUnique({ where: { id: messageId } });
  if (!stored) return false;
  if (stored.questionId === questionId && stored.digest === digest) return true;
  throw new Problem(409, "Another message has this id. Nothing was changed.", { rule: "otherMessage" });
}

async function tellHolders(tx: Transaction, questionId: string) {
  const wraps = await tx.questionWrap.findMany({
    where: { questionId, person: { state: "active" } },
    select: { person: { select: { id: true, mail: true, mailMode: true } } },
  });
  await tx.notice.createMany({ data: wraps.flatMap(({ person }) => newsFor(person)) });
}

function cameFirst() {
  return new Problem(
    409,
    "Another message came first. Nothing was stored; read the thread again and send it once more.",
    {
      rule: "cameFirst",
    },
  );
}

/** Destroys threads whose day is over, or one that its asker ends: keys first, and nothing of them stays. */
export async function dropThreads(which: { id: string } | { deleteDay: { lt: string } }): Promise<number> {
  const gone = await database().$transaction(async (tx) => {
    const ids = (await tx.question.findMany({ where: which, select: { id: true } })).map((one) => one.id);
    if (ids.length === 0) return 0;
    await tx.questionWrap.deleteMany({ where: { questionId: { in: ids } } });
    await tx.questionMessage.deleteMany({ where: { questionId: { in: ids } } });
    await tx.question.deleteMany({ where: { id: { in: ids } } });
    return ids.length;
  });
  if (gone > 0) await forgetOldPages();
  return gone;
}
