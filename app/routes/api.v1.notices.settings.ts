import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { mailSettingsSchema, readMailSettings, saveMailSettings } from "~/services/notices/settings.server";
import { requirePerson } from "~/services/sign-in.server";

/** How the signed-in person hears of news. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => json(await readMailSettings(await requirePerson(request))));
}

/** Changes how the signed-in person hears of news. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await saveMailSettings(me, await readJson(request, mailSettingsSchema)));
  });
}
