import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { requirePerson } from "~/services/sign-in.server";
import { certificationSchema, certifyPerson } from "~/services/team.server";

/** Takes the office key's certification of a person. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await certifyPerson(me, params.person, await readJson(request, certificationSchema));
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
