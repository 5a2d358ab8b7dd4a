import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import type { SignedInPerson } from "../sign-in.server";
import { addThreadMessage, readThread, type ThreadMessage } from "./question-thread.server";

const SHOWN = 100;

/** The threads that a person can open: what waits for an answer first, by its due day. */
export async function readQuestions({ id: personId }: Pick<SignedInPerson, "id">) {
  const where = { wraps: { some: { personId } } };
  const select = { id: true, dueDay: true, deleteDay: true, messages: { select: { day: true } } };
  const { question } = database();
  const [waiting, answered] = await Promise.all([
    question.findMany({ where: { ...where, dueDay: { not: null } }, orderBy: { dueDay: "asc" }, take: SHOWN, select }),
    question.findMany({ where: { ...where, dueDay: null }, orderBy: { deleteDay: "desc" }, take: SHOWN, select }),
  ]);
  return [...waiting, ...answered].map(({ id, messages, ...days }) => ({
    question: id,
    ...days,
    messages: messages.length,
    lastDay:
      messages
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? "",
  }));
}

/** How many threads wait for this person or somebody beside them. */
export async function countQuestions({ id: personId }: Pick<SignedInPerson, "id">): Promise<number> {
  return database().question.count({ where: { dueDay: { not: null }, wraps: { some: { personId } } } });
}

/** One thread with this person's own wrap; throws Problem 404 for anybody else, as for one that never was. */
export async function readQuestion({ id: personId }: Pick<SignedInPerson, "id">, questionId: string) {
  const wrap = await requireHolder(personId, questionId);
  const holders = await database().questionWrap.findMany({ where: { questionId }, select: { personId: true } });
  return { ...(await readThread(questionId)), wrap, holders: holders.map((one) => one.personId) };
}

/** Writes an officer's answer. It is signed inside; the asker's browser checks that. */
export async function answerQuestion(me: Pick<SignedInPerson, "id">, questionId: string, message: ThreadMessage) {
  await requireHolder(me.id, questionId);
  await addThreadMessage(questionId, me.id, message);
}

async function requireHolder(personId: string, questionId: string): Promise<string> {
  const wrap = await database().questionWrap.findUnique({ where: { questionId_personId: { questionId, personId } } });
  if (!wrap) throw notFound();
  return wrap.sealed;
}
