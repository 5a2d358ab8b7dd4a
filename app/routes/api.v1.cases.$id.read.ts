import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { markRead } from "~/services/read-case.server";
import { requirePerson } from "~/services/sign-in.server";

const readSchema = z.object({ seq: z.number().int().min(0) });

/** Notes how far a person has read a case. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    const me = await requirePerson(request);
    await markRead(me, params.id, (await readJson(request, readSchema, 1024)).seq);
    return json({ ok: true });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
