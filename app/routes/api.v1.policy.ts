import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { changePolicy, policyChangeSchema } from "~/services/policy/change-policy.server";
import { requirePerson } from "~/services/sign-in.server";

/** A whole policy fits many times over. */
const MAX_CHANGE_BYTES = 64 * 1024;

/** Makes the office's next version of a policy. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await changePolicy(me, await readJson(request, policyChangeSchema, MAX_CHANGE_BYTES)), { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
