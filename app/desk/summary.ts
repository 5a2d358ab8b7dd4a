import { readBare, withoutKeys } from "./open-bare-item";
import type { OpenedCase, OpenedItem } from "./open-case";
import { readReport } from "./read-bodies";

type OpenItem = Extract<OpenedItem, { state: "open" }>;

/** The report itself: the reporter's own item where it can be read, else the copy that an officer made. */
export function reportOf({ items }: OpenedCase): OpenedItem | null {
  const reports = items.filter(({ item }) => item.kind === "report");
  const own = reports.filter(({ item }) => item.author === "reporter");
  return [...own, ...reports].find(({ state }) => state === "open") ?? own[0] ?? reports[0] ?? null;
}

/** What a case is about, in the reporter's words; "" when the report cannot be read here. */
export function summaryOf(opened: OpenedCase): string {
  const report = reportOf(opened);
  if (report?.state !== "open") return "";
  const bare = readBare(report.body);
  if (bare) return withoutKeys(bare.text);
  const { answers } = readReport(report.body);
  return typeof answers.summary === "string" ? answers.summary : "";
}

/** The language of the page that the report was written on; "" where it cannot be read or came by itself. */
export function languageOfReport(opened: OpenedCase): string {
  const report = reportOf(opened);
  return report?.state === "open" ? readReport(report.body).language : "";
}

/** The people whom the reporter struck out. */
export function struckBy(opened: OpenedCase): string[] {
  const report = reportOf(opened);
  return report?.state === "open" ? readReport(report.body).struck : [];
}

/** The fingerprint of the receipt's key, as the reporter sealed it into the report; "" where there is none. */
export function receiptKeyOf(opened: OpenedCase): string {
  const report = reportOf(opened);
  return report?.state === "open" ? readReport(report.body).receiptKey : "";
}

/** Whether an item is a copy of a bare message that can be read here as it came; the original is shown then. */
export function isCoveredCopy(one: OpenedItem, { items }: OpenedCase): boolean {
  if (one.state !== "open" || one.compartment.type === "bare") return false;
  const bare = readBare(one.body);
  if (!bare || !("of" in bare)) return false;
  return items.some((other): other is OpenItem => other.state === "open" && other.item.digest === bare.of);
}

/** Whether an officer's copy says something else than the message it was made from. Only who holds both can tell. */
export function differsFromOriginal(one: OpenedItem, { items }: OpenedCase): boolean {
  if (one.state !== "open") return false;
  const bare = readBare(one.body);
  if (!bare || !("of" in bare)) return false;
  const original = items.find((other) => other.item.digest === bare.of);
  return original?.state === "open" && readBare(original.body)?.text !== bare.text;
}
