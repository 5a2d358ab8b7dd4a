import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { readPublished } from "~/services/published/read-published.server";

/** One published text with all that its digest is computed from. */
export async function loader({ params }: LoaderFunctionArgs) {
  return answer(async () => json(await readPublished(params.number)));
}
