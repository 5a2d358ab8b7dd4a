import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { answerQuestion, readQuestion } from "~/services/advice/desk-questions.server";
import { threadMessageSchema } from "~/services/advice/question-thread.server";
import { requirePerson } from "~/services/sign-in.server";

/** A thread, for somebody to whom it was sealed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return answer(async () => json(await readQuestion(await requirePerson(request), params.id ?? "")));
}

/** Writes an officer's sealed and signed answer. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await answerQuestion(me, params.id ?? "", await readJson(request, threadMessageSchema, 1024 * 1024));
    return json({ stored: true });
  });
}
