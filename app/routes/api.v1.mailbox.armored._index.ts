import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readForm, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { readBareMailbox } from "~/services/bare-mailbox.server";

/** The office's answers to a bare report; as plain armor for a program that asks for text. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const mailbox = await readBareMailbox((await readForm(request, 4096)).get("code") ?? "");
    if (!request.headers.get("accept")?.startsWith("text/plain")) return json(mailbox);
    return new Response(mailbox.replies.map((reply) => reply.armored).join("\n"), {
      headers: { "Content-Type": "text/plain; charset=us-ascii" },
    });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
