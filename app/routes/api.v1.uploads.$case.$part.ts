import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readBytes, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { MAX_PART_BYTES, storePart } from "~/services/store-part.server";

/** Takes one sealed part of a file. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "PUT");
    const sha256 = new URL(request.url).searchParams.get("sha256");
    return json(
      await storePart({ case: params.case, part: params.part, sha256 }, await readBytes(request, MAX_PART_BYTES)),
    );
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("PUT");
}
