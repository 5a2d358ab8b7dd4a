import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { listPublished, numberOf } from "~/services/published/read-published.server";

/** The published texts, newest first, a page at a time. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => json(await listPublished(numberOf(new URL(request.url).searchParams.get("before")))));
}
