import type { ActionFunctionArgs } from "@remix-run/node";
import { takenBy } from "~/platform/armor-gate.server";
import { json, onlyTakes, readJson, requireMethod } from "~/platform/body.server";
import { answer } from "~/platform/problems.server";
import { requireWork } from "~/services/flood/proof.server";
import { kind } from "~/services/schemas.server";
import { submitArmored } from "~/services/submit-armored.server";
import { reportSchema, submitReport } from "~/services/submit-report.server";

/** A report with five hundred clean copies and their originals: a thousand manifests of 22 kB. */
const MAX_REPORT_JSON_BYTES = 24 * 1024 * 1024;

/** Takes a report: sealed by our form (JSON) or by its offline page (armor), or a bare OpenPGP message made with any program. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answer(async () => {
    requireMethod(request, "POST");
    if (request.headers.get("content-type")?.startsWith("application/json")) {
      const report = await readJson(request, reportSchema, MAX_REPORT_JSON_BYTES);
      return json(await submitReport(report, () => requireWork(request, report.case)), { status: 201 });
    }
    const asked = new URL(request.url).searchParams.get("kind") ?? "tip";
    const armored = takenBy(context).get("message") ?? "";
    return json(await submitArmored({ armored, kind: kind.parse(asked) }), { status: 201 });
  });
}

/** Nothing is read here. */
export function loader() {
  return onlyTakes("POST");
}
