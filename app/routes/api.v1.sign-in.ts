import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { readSignInParameters, signIn, signInSchema } from "~/services/sign-in.server";

/** The salt for a sign-in name, whether anybody has it or not. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => json(await readSignInParameters(new URL(request.url).searchParams.get("name") ?? "")));
}

/** Opens a session. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const headers = await signIn(await readJson(request, signInSchema, 4096));
    return json({ ok: true }, { headers });
  });
}
