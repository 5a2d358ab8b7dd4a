import { z } from "zod";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, newId } from "~/platform/secrets.server";
import { requireAddressedTo } from "~crypto/addressed";
import type { Day } from "~workflows";
import { placeNotice } from "../notices/place.server";
import { armoredMessage, armoredPublicKey, digest, fingerprint, id, wrap } from "../schemas.server";
import { adviceDays } from "./advice-days.server";

/** A sealed question as the asker's browser sends it. No field holds anything that was typed. */
export const questionSchema = z.strictObject({
  v: z.literal(1),
  question: id,
  receipt: z.strictObject({ locatorHash: digest, authHash: digest }),
  publicKey: armoredPublicKey,
  fingerprint,
  receiptWrap: z.base64().max(20_000),
  wraps: z.array(wrap).min(1).max(12),
  message: armoredMessage.max(400_000),
});
export type NewQuestion = z.infer<typeof questionSchema>;

/** What an asker gets for a question: the day of its arrival, and those of its answer and its end. */
export interface QuestionArrival {
  day: Day;
  dueDay: Day;
  deleteDay: Day;
}

/**
 * Takes a sealed question, once: the same one again gives the same answer. No case begins, and nothing is counted.
 *
 * Shape:  `admit` throws what keeps a new question out; one that has arrived is confirmed all the same.
 * Errors: Problem 400 for what is not sealed as it should be, 409 when the id is taken; what `admit` throws.
 */
export async function askQuestion(question: NewQuestion, admit: () => Promise<void>): Promise<QuestionArrival> {
  const submissionDigest = digestOf(JSON.stringify(question));
  const earlier = await findEarlier(question.question, submissionDigest);
  if (earlier) return earlier;
  await admit();
  const people = await requireSealed(question);
  const { today, dueDay, deleteDay } = await adviceDays("asked");
  const db = database();
  const { question: questionId, receipt, publicKey, fingerprint, receiptWrap, wraps, message } = question;
  try {
    await db.$transaction([
      db.question.create({
        data: {
          ...receipt,
          ...{ id: questionId, publicKey, fingerprint, receiptWrap, submissionDigest, dueDay, deleteDay },
        },
      }),
      db.questionWrap.createMany({
        data: wraps.map(({ person, sealed }) => ({ questionId, personId: person, sealed })),
      }),
      db.questionMessage.create({
        data: {
          ...{ id: newId(), questionId, seq: 0, author: "asker", day: today },
          ...{ armored: message, digest: digestOf(message) },
        },
      }),
      db.notice.createMany({ data: people.flatMap(newsFor) }),
    ]);
  } catch (error) {
    const isTaken = (error as { code?: string }).code === "P2002";
    const winner = isTaken ? await findEarlier(questionId, submissionDigest) : null;
    if (!winner) throw error;
    return winner;
  }
  return { day: today, dueDay, deleteDay };
}

/**
 * Mail to an officer says that something is new, as for a report; there is no case that it could name. Whoever takes no
 * mail sees the thread in their list, and no row is kept for them: it would outlive the thread.
 */
export function newsFor({ id: personId, mail, mailMode }: { id: string; mail: string | null; mailMode: string }) {
  const at = now();
  const place = placeNotice({ who: personId, mail, mailMode }, "news", at, "UTC");
  if (place.state !== "waiting") return [];
  return [{ id: newId(), caseId: null, personId, reason: "news", createdDay: at.toISOString().slice(0, 10), ...place }];
}

/** The message goes to the question's own key alone, every wrap to the intake officer it names, and nobody twice. */
async function requireSealed({ message, publicKey, wraps }: NewQuestion) {
  const people = await database().person.findMany({
    where: { id: { in: wraps.map(({ person }) => person) }, state: "active" },
    select: { id: true, roles: true, keyIds: true, mail: true, mailMode: true },
  });
  const intake = new Map(
    people
      .filter(({ roles }) => (JSON.parse(roles) as string[]).includes("intake"))
      .map((person) => [person.id, person]),
  );
  try {
    await requireAddressedTo(message, publicKey);
    if (new Set(wraps.map(({ person }) => person)).size !== wraps.length) throw new Error("twice");
    for (const { person, sealed } of wraps) {
      await requireAddressedTo(sealed, JSON.parse(intake.get(person)?.keyIds ?? "[]") as string[]);
    }
  } catch {
    throw new Problem(
      400,
      "The question is not sealed to this office's current keys, so nothing was stored. Load the page again and send it once more.",
      { rule: "notSealed" },
    );
  }
  return [...intake.values()];
}

async function findEarlier(questionId: string, submissionDigest: string): Promise<QuestionArrival | null> {
  const earlier = await database().question.findUnique({
    where: { id: questionId },
    include: { messages: { where: { seq: 0 }, select: { day: true } } },
  });
  if (!earlier) return null;
  if (earlier.submissionDigest !== submissionDigest) {
    throw new Problem(409, "Another question was sent under this id. Nothing was changed and this one was not stored.");
  }
  const day = earlier.messages[0]?.day ?? "";
  return { day, dueDay: earlier.dueDay ?? day, deleteDay: earlier.deleteDay };
}
