import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { officeKeySchema, shareOfficeKey } from "~/services/people/office-key.server";
import { requirePerson } from "~/services/sign-in.server";

/** Takes a copy of the office key for another administrator. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await shareOfficeKey(me, params.person, await readJson(request, officeKeySchema));
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
