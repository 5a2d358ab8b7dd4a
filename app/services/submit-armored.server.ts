import { isReportFile } from "~crypto/report-file";
import type { Kind } from "~workflows";
import type { Arrival } from "./new-case.server";
import { type BareArrival, submitBareReport } from "./submit-bare-report.server";
import { submitReportFile } from "./submit-report-file.server";

/**
 * Takes what somebody sealed elsewhere: a message made with an OpenPGP program, or the file of the page opened from disk.
 *
 * Shape:  `kind` counts for the message only; the file says its own. A message gets a code, a file has its words already.
 * Errors: Problem 422 for anything else.
 */
export function submitArmored({ armored, kind }: { armored: string; kind: Kind }): Promise<BareArrival | Arrival> {
  return isReportFile(armored) ? submitReportFile(armored) : submitBareReport({ armored, kind });
}
