import type { LoaderFunctionArgs } from "@remix-run/node";
import { answer } from "~/platform/problems.server";
import { exportCase } from "~/services/export-case.server";
import { requirePerson } from "~/services/sign-in.server";

/** A case for checking offline; `?items=full` brings the sealed items with it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return answer(async () => {
    const isFull = new URL(request.url).searchParams.get("items") === "full";
    const text = await exportCase(await requirePerson(request), params.id, isFull);
    const headers = {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `attachment; filename="case-${params.id?.slice(0, 8)}.json"`,
    };
    return new Response(text, { headers });
  });
}
