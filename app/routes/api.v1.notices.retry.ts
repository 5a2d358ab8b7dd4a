import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { retryNotices, retrySchema } from "~/services/notices/office-notices.server";
import { requirePerson } from "~/services/sign-in.server";

/** Tries a stuck notice again. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await retryNotices(me, await readJson(request, retrySchema));
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
