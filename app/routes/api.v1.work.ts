import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { giveWork } from "~/services/flood/proof.server";

/** The work that is asked for before one report or question is taken; none at rest. */
export async function loader({ request }: LoaderFunctionArgs) {
  return answer(async () => json(await giveWork(new URL(request.url).searchParams.get("for"))));
}
