import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { signOut } from "~/services/sign-in.server";

/** Ends the session. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    return json({ ok: true }, { headers: await signOut(request) });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
