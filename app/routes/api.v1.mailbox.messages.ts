import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { requireMailbox } from "~/services/mailbox.server";
import { messageSchema, postMailboxMessage } from "~/services/mailbox-message.server";

/** Takes an act from the mailbox: a sealed message, files, or a step without words. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const caseId = requireMailbox(request);
    return json(await postMailboxMessage(caseId, await readJson(request, messageSchema, 16 * 1024 * 1024)), {
      status: 201,
    });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
