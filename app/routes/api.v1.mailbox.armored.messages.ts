import type { ActionFunctionArgs } from "@remix-run/node";
import { fieldsOf, requireOneSealed, takenBy } from "~/platform/armor-gate.server";
import { json, onlyTakes, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { addBareMessage, performBareAct } from "~/services/bare-mailbox.server";

/** Takes a further bare OpenPGP message for a case that began with one, or a step that needs no words. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const form = await fieldsOf(request, context);
    const [code, event] = [form.get("code") ?? "", form.get("event")];
    const done = event ? performBareAct(code, event) : addBareMessage(code, requireOneSealed(takenBy(context)));
    return json(await done, { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
