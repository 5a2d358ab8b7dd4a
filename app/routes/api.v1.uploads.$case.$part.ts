import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json, readBytes, requireMethod } from "~/platform/body.server";
import { giveBack } from "~/platform/give-back.server";
import { answer } from "~/platform/problems.server";
import { admitPart } from "~/services/flood/admit-part.server";
import { isPartStored, MAX_PART_BYTES, storePart } from "~/services/store-part.server";

/** Takes one sealed part of a file. */
export async function action({ request, params }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "PUT");
    const sha256 = new URL(request.url).searchParams.get("sha256");
    await admitPart(request, params.case);
    const bytes = await readBytes(request, MAX_PART_BYTES);
    try {
      return json(await storePart({ case: params.case, part: params.part, sha256 }, bytes));
    } finally {
      giveBack(bytes);
    }
  });
}

/** Tells a sender whose line broke whether the part arrived before that. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return answer(async () => {
    const sha256 = new URL(request.url).searchParams.get("sha256");
    return json(await isPartStored({ case: params.case, part: params.part, sha256 }));
  });
}
