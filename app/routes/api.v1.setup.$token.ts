import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { setUpOffice, setupSchema } from "~/services/setup.server";

/** Founds the office, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    await setUpOffice(params.token, await readJson(request, setupSchema));
    return json({ ok: true }, { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
