import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { endThread, readAskerThread, requireAsker } from "~/services/advice/asker-thread.server";
import { addThreadMessage, threadMessageSchema } from "~/services/advice/question-thread.server";

/** The thread of a question, for the holder of its words. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => json(await readAskerThread(requireAsker(request))));
}

/** Writes the asker's next sealed message, or ends the thread. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST", "DELETE");
    const question = requireAsker(request);
    if (request.method === "DELETE") {
      await endThread(question);
      return json({ ended: true });
    }
    await addThreadMessage(question, "asker", await readJson(request, threadMessageSchema, 1024 * 1024));
    return json({ stored: true });
  });
}
