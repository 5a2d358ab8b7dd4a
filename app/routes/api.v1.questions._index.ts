import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { askQuestion, questionSchema } from "~/services/advice/ask-question.server";
import { requireWork } from "~/services/flood/proof.server";

/** Takes a sealed question before a report; it opens no case. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const question = await readJson(request, questionSchema, 1024 * 1024);
    return json(await askQuestion(question, () => requireWork(request, question.question)), { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
