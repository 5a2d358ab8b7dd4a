import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { actSchema } from "~/services/act-schema.server";
import { performAct } from "~/services/perform-act.server";
import { requirePerson } from "~/services/sign-in.server";

/** Performs one signed act on a case. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await performAct(me, params.id, await readJson(request, actSchema, 64 * 1024 * 1024)));
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
