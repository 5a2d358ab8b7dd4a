import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { publicSettingsSchema, savePublicSettings } from "~/services/front/public-settings.server";
import { requirePerson } from "~/services/sign-in.server";

/** Saves what the office sets for its public pages. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await savePublicSettings(me, await readJson(request, publicSettingsSchema, 16_384)));
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
