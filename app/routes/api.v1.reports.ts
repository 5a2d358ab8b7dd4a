import type { ActionFunctionArgs } from "@remix-run/node";
import { json, onlyTakes, readBytes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { kind } from "~/services/schemas.server";
import { MAX_BARE_BYTES, submitBareReport } from "~/services/submit-bare-report.server";
import { reportSchema, submitReport } from "~/services/submit-report.server";

/** Takes a report: sealed by our form (JSON), or a bare OpenPGP message made with any program. */
export async function action({ request }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    if (request.headers.get("content-type")?.startsWith("application/json")) {
      return json(await submitReport(await readJson(request, reportSchema, 16 * 1024 * 1024)), { status: 201 });
    }
    const asked = new URL(request.url).searchParams.get("kind") ?? "tip";
    const armored = new TextDecoder().decode(await readBytes(request, MAX_BARE_BYTES * 2));
    return json(await submitBareReport({ armored, kind: kind.parse(asked) }), { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
