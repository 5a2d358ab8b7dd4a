import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { requireMailbox } from "~/services/mailbox.server";
import { changeMailWish, mailWishSchema } from "~/services/mailbox-mail.server";

/** Keeps or forgets the wish of an exporter or a group to hear by mail. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const caseId = requireMailbox(request);
    return json(await changeMailWish(caseId, await readJson(request, mailWishSchema)));
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
