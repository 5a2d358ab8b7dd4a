import { database } from "~/platform/database.server";
import { requireToken } from "../mailbox-token.server";
import { dropThreads, readThread } from "./question-thread.server";

/** The thread that a mailbox token opens; throws Problem 401 for any other, a case's token included. */
export function requireAsker(request: Request): string {
  return requireToken(request, "question");
}

/** What the holder of the twelve words may see of their thread. */
export async function readAskerThread(questionId: string) {
  const thread = await readThread(questionId);
  const { receiptWrap } = await database().question.findUniqueOrThrow({ where: { id: questionId } });
  return { ...thread, receiptWrap };
}

/** Ends a thread at once because its asker wants it so. */
export async function endThread(questionId: string): Promise<void> {
  await dropThreads({ id: questionId });
}
