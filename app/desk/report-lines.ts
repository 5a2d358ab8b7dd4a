import type { JsonValue } from "~crypto/canonical";
import type { ReportBody } from "./read-bodies";
import type { Kind } from "./records";

/** One answered question, in words. `warns` marks an answer that asks for care. */
export type ReportLine = {
  id: string;
  label: string;
  values: string[];
  isList: boolean;
  yes: boolean;
  warns: boolean;
  warning: string;
};

/**
 * A report's answers with the words of the form it was written with, in the form's order.
 *
 * Shape: an answer that the form does not know is shown under its own code rather than lost.
 */
export async function reportLines(
  { form: id, answers }: ReportBody,
  kind: Kind,
  language: string,
): Promise<ReportLine[]> {
  const { fieldWords, findForm, formFor } = await import("~/forms");
  const { formCatalogue } = await import("~/forms/words");
  const catalogue = formCatalogue(language);
  const form = findForm(id) ?? formFor(kind);
  const fields = form.pages.flatMap((page) => page.fields);
  const lines: ReportLine[] = [];
  for (const field of fields) {
    const answer = answers[field.id];
    if (answer === undefined) continue;
    const words = fieldWords(catalogue, field, kind);
    const chosen = codesOf(answer);
    const warned = chosen.filter((option) => field.warn?.includes(option));
    const isChoice = field.type === "one" || field.type === "many";
    lines.push({
      id: field.id,
      label: words.label,
      values: isChoice ? chosen.map(words.option) : valuesOf(answer),
      isList: field.type === "many",
      yes: answer === true,
      warns: warned.length > 0,
      warning: warned.map(words.warn).filter(Boolean).join(" "),
    });
  }
  const known = new Set(fields.map((field) => field.id));
  for (const [id, answer] of Object.entries(answers)) {
    if (!known.has(id)) {
      lines.push({
        id,
        label: id,
        values: valuesOf(answer),
        isList: false,
        yes: answer === true,
        warns: false,
        warning: "",
      });
    }
  }
  return lines;
}

function codesOf(answer: JsonValue): string[] {
  if (typeof answer === "string") return [answer];
  return Array.isArray(answer) ? answer.filter((each) => typeof each === "string") : [];
}

function valuesOf(answer: JsonValue): string[] {
  if (typeof answer === "boolean" || answer === null) return [];
  if (typeof answer === "string" || typeof answer === "number") return [String(answer)];
  if (Array.isArray(answer)) return answer.flatMap(valuesOf);
  const { from, to, about } = answer;
  if (typeof from === "string" && typeof to === "string") {
    return [`${about === true ? "≈ " : ""}${from || "…"} – ${to || "…"}`];
  }
  return [JSON.stringify(answer)];
}
