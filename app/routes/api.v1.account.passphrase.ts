import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { changePassphrase, passphraseSchema } from "~/services/people/passphrase.server";
import { requirePerson } from "~/services/sign-in.server";

/** Takes a person's keys, locked with another passphrase. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await changePassphrase(request, me, await readJson(request, passphraseSchema));
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
