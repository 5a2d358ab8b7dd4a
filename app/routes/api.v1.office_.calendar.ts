import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { languageOf } from "~/locales/words.server";
import { json, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { placeSchema, savedPlaceSchema, savePlace, viewPlace } from "~/services/policy/office-place.server";
import { requirePerson } from "~/services/sign-in.server";

/** The regions, usual weekend and next holidays of a country and region, before they are saved. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => {
    const me = await requirePerson(request);
    const asked = new URL(request.url).searchParams;
    const place = placeSchema.parse({ country: asked.get("country") ?? "", region: asked.get("region") ?? "" });
    return json(await viewPlace(me, place, languageOf(request)));
  });
}

/** Sets whose public holidays the office keeps, and its weekend. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await savePlace(me, await readJson(request, savedPlaceSchema, 4096));
    return json({ saved: true });
  });
}
