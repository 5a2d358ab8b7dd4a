import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { readCase } from "~/services/read-case.server";
import { requirePerson } from "~/services/sign-in.server";

/** A case with its sealed items, its acts and what this person may do. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return answer(async () => json(await readCase(await requirePerson(request), params.id)));
}
