import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { readQueue, unsafeFilter } from "~/services/queue.server";
import { requirePerson } from "~/services/sign-in.server";

/** One page of the cases wrapped to this person. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => {
    const me = await requirePerson(request);
    const { searchParams } = new URL(request.url);
    const place = { cursor: searchParams.get("cursor"), filter: unsafeFilter(searchParams.get("filter")) };
    return json(await readQueue(me, place));
  });
}
