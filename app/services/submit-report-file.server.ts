import { Problem } from "~/platform/problems.server";
import { digestOf } from "~/platform/secrets.server";
import { canonicalJson, type JsonValue } from "~crypto/canonical";
import { isReportFile, readReportFile } from "~crypto/report-file";
import type { Arrival } from "./new-case.server";
import { requireSealed } from "./sealed-report.server";
import { storePart } from "./store-part.server";
import { type Report, reportSchema, submitReport } from "./submit-report.server";

const OTHER = "This is not a sealed report as the page to take away makes it. Nothing was stored.";
const DAMAGED =
  "This sealed report is damaged, cut off, or holds something besides. Take the file again, whole, and send it. Nothing was stored.";

/**
 * Takes a sealed report that was made in the page opened from disk: the same report that a browser would have sent, with its
 * sealed parts beside it. The same file again, or the same report by another way, gives the same answer and one case.
 *
 * Shape:  taken whole or refused whole: everything is judged before the first part is stored.
 * Errors: Problem 422 for what is no such file, 400 for what is not sealed to today's keys, 409 and 413 as for other reports.
 */
export async function submitReportFile(unsafeText: string): Promise<Arrival> {
  if (!isReportFile(unsafeText)) throw new Problem(422, OTHER, { rule: "notReportFile" });
  const { report, parts } = readReport(unsafeText);
  await requireSealed(report);
  for (const [index, { id, digest }] of report.parts.entries()) {
    await storePart({ case: report.case, part: id, sha256: digest }, parts[index] ?? new Uint8Array());
  }
  // A file cannot work at a task: in a flood it waits in quarantine, as messages made by other programs do.
  return submitReport(report, async () => {}, { isWithoutWork: true });
}

function readReport(unsafeText: string): { report: Report; parts: Uint8Array[] } {
  try {
    const { request, parts } = readReportFile(unsafeText);
    const unsafe = JSON.parse(request) as JsonValue;
    const report = reportSchema.parse(unsafe);
    // What the schema leaves out would be somebody's plain words on their way past it.
    const isWhole = parts.every((bytes, index) => digestOf(bytes) === report.parts[index]?.digest);
    const isExact = canonicalJson(report) === canonicalJson(unsafe) && parts.length === report.parts.length;
    if (isWhole && isExact) return { report, parts };
  } catch {
    // Whatever is wrong with it, it is not what the page wrote.
  }
  throw new Problem(422, DAMAGED, { rule: "fileDamaged" });
}
