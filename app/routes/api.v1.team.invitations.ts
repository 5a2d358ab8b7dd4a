import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { requirePerson } from "~/services/sign-in.server";
import { invitationSchema, invitePerson } from "~/services/team.server";

/** Makes a one-time link for a new colleague. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await invitePerson(me, await readJson(request, invitationSchema)), { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
