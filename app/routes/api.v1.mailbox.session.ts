import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { openMailbox, openSchema } from "~/services/mailbox.server";

/** Opens a mailbox with what a receipt gives; the words themselves never come here. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    return json(await openMailbox(await readJson(request, openSchema, 4096)));
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
