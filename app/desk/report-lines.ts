import type { Line, Kind as WrittenKind } from "~/forms";
import type { ReportBody } from "./read-bodies";
import type { Kind } from "./records";

/** One answered question, in words. `warns` marks an answer that asks for care. */
export type ReportLine = Line & { id: string; isList: boolean; warns: boolean; warning: string };

/** A report in words, and what its form would have refused. */
export type ReadReport = {
  lines: ReportLine[];
  faults: string[];
  isDisclosure: boolean;
  /** What differs between the kind that was sealed inside and the one that the case carries; "" when nothing does. */
  otherKind: string;
};

/**
 * A report's answers with the words of the form it was written with, in the form's order.
 *
 * Shape: an answer that the form does not know is shown under the words that another form has for it, else under its own
 *        code; one of another shape as it stands. Checks are
 *        made again here: whoever seals by hand can send what no form would, and the reader should know, not be spared.
 */
export async function reportLines(report: ReportBody, caseKind: Kind, language: string): Promise<ReadReport> {
  const [forms, { checkReport, findForm }, { formCatalogue }] = await Promise.all([
    import("~/forms"),
    import("~/forms/versions"),
    import("~/forms/words"),
  ]);
  const { answers } = report;
  const kind: WrittenKind = forms.isKind(report.kind) ? report.kind : caseKind;
  const catalogue = await formCatalogue(language);
  const known = findForm(report.form);
  const form = known ?? forms.CURRENT;
  const fields = form.pages.flatMap((page) => page.fields);
  const lines: ReportLine[] = [];
  for (const field of fields) {
    const answer = Object.hasOwn(answers, field.id) ? answers[field.id] : undefined;
    if (answer === undefined) continue;
    const words = forms.fieldWords(catalogue, field, kind);
    const warned = typeof answer === "string" && field.warn?.includes(answer) ? words.warn(answer) : "";
    const line = forms.sayAnswer(field, answer, { catalogue, kind, language });
    lines.push({ ...line, id: field.id, isList: field.type === "many", warns: warned !== "", warning: warned });
  }
  for (const [id, answer] of Object.entries(answers)) {
    if (fields.some((field) => field.id === id)) continue;
    const values = [forms.rawText(answer)];
    const { label } = forms.fieldWords(catalogue, { id, type: "text" }, kind);
    lines.push({ id, label, values, is: "", rows: [], isList: false, warns: false, warning: "" });
  }
  const faults = known ? checkReport(form, kind, answers) : [];
  const isOther = report.kind !== "" && (!forms.isKind(report.kind) || forms.caseKind(report.kind) !== caseKind);
  return {
    lines,
    faults: faults.map((fault) => forms.faultSentence(catalogue, fault, kind)),
    isDisclosure: kind === "selfDisclosure",
    otherKind: isOther ? report.kind : "",
  };
}
