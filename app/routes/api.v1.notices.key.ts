import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { certifiedKeySchema, certifyNoticeKey } from "~/services/notices/certify-notice-key.server";
import { requirePerson } from "~/services/sign-in.server";

/** Takes the notice key back with the office's certification. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    return json(await certifyNoticeKey(me, await readJson(request, certifiedKeySchema)));
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
