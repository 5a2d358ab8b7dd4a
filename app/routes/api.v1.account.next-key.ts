import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { nextKeySchema, offerNextKey } from "~/services/people/next-key.server";
import { requirePerson } from "~/services/sign-in.server";

/** Takes the key that shall follow a person's present one. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await offerNextKey(me, await readJson(request, nextKeySchema));
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
