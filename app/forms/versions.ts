import { type AnswerFault, checkAnswers } from "./answers";
import { CORE_1 } from "./core-1";
import { CORE_2 } from "./core-2";
import type { Answers, Form, Kind } from "./form";
import { hasShape, isObject } from "./shape";
import { visibleDetails, visibleFields } from "./shown";

/** Every form that a report may have been written with, the oldest first. */
export const FORMS: readonly Form[] = [CORE_1, CORE_2];

/** The form that a stored report names; null if this version of the software does not know it. */
export function findForm(id: string): Form | null {
  return FORMS.find((form) => form.id === id) ?? null;
}

/**
 * Checks a report that came from elsewhere, as the reporter's page checked it before it was sealed, and for what no page
 * can make: answers to questions that were not asked, and answers of another shape.
 *
 * Shape: `answers` is anything that JSON can say. The name is kept apart from the report, so it is never missed.
 */
export function checkReport(form: Form, kind: Kind, answers: { [field: string]: unknown }): AnswerFault[] {
  const fields = form.pages.flatMap((page) => page.fields);
  const misshapen = fields
    .filter(({ id }) => answers[id] !== undefined)
    .filter((one) => !hasShape(one, answers[one.id]));
  const bad = new Set(misshapen.map(({ id }) => id));
  const known = Object.fromEntries(
    fields.filter(({ id }) => answers[id] !== undefined && !bad.has(id)).map(({ id }) => [id, answers[id]]),
  ) as Answers;
  return [
    ...misshapen.map(({ id }): AnswerFault => ({ field: id, fault: "shape" })),
    ...checkAnswers(kind, known, form).filter(({ field, fault }) => fault !== "missing" || !bad.has(field)),
    ...strayAnswers(form, kind, answers, known).map((field): AnswerFault => ({ field, fault: "notAsked" })),
  ];
}

function strayAnswers(form: Form, kind: Kind, all: { [field: string]: unknown }, known: Answers): string[] {
  const shown = visibleFields(kind, known, form);
  const strays = Object.keys(all).filter((id) => !shown.some((field) => field.id === id));
  const inside = shown.flatMap((field) => {
    const answer = known[field.id];
    if (!field.fields || answer === undefined) return [];
    const rows = Array.isArray(answer) ? answer : [answer];
    return rows.flatMap((row, index) => {
      if (!isObject(row)) return [];
      const asked = new Set(visibleDetails(field, row as never, known).map(({ id }) => id));
      if (field.type === "files") asked.add("file");
      const at = Array.isArray(answer) ? `${field.id}.${index}` : field.id;
      return Object.keys(row)
        .filter((id) => !asked.has(id))
        .map((id) => `${at}.${id}`);
    });
  });
  return [...strays, ...inside];
}
