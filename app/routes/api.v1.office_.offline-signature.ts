import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { pageSignatureSchema, signOfflinePage } from "~/services/offline/sign-offline-page.server";
import { requirePerson } from "~/services/sign-in.server";

/** Takes the office key's signature on the page to take away. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await signOfflinePage(me, await readJson(request, pageSignatureSchema));
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
