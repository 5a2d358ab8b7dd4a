import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { join } from "~/services/join.server";
import { personSchema } from "~/services/schemas.server";

/** Takes the key of an invited person, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    await join(params.token, await readJson(request, personSchema));
    return json({ ok: true }, { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
