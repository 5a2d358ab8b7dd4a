import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { endLine } from "~/services/people/end-line.server";
import { endingSchema } from "~/services/people/ending-input.server";
import { requirePerson } from "~/services/sign-in.server";

/** Takes the office key's word that a line of the directory ends, and the line that follows it if the person stays. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await endLine(me, params.person, await readJson(request, endingSchema)));
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
