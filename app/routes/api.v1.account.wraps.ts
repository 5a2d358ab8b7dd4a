import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { movedWrapsSchema, moveWraps, readOldWraps } from "~/services/people/my-wraps.server";
import { requirePerson } from "~/services/sign-in.server";

/** The keys that are still sealed to a key that this person left. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => {
    const me = await requirePerson(request);
    return json(await readOldWraps(me, new URL(request.url).searchParams.get("after")));
  });
}

/** Takes the same keys, sealed to the person's present one. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await moveWraps(me, await readJson(request, movedWrapsSchema));
    return json({ ok: true });
  });
}
