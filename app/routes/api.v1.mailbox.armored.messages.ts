import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readForm, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { addBareMessage, performBareAct } from "~/services/bare-mailbox.server";
import { MAX_BARE_BYTES } from "~/services/submit-bare-report.server";

/** Takes a further bare OpenPGP message for a case that began with one, or a step that needs no words. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const form = await readForm(request, MAX_BARE_BYTES * 2);
    const [code, event] = [form.get("code") ?? "", form.get("event")];
    const done = event === null ? addBareMessage(code, form.get("message") ?? "") : performBareAct(code, event);
    return json(await done, { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
