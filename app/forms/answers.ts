import { CORE_1 } from "./core-1";
import { type Answer, type Answers, type Field, type Form, type FormPage, isAnswered, type Kind } from "./form";

const FORMS: readonly Form[] = [CORE_1];

export type AnswerFault = {
  field: string;
  fault: "missing" | "tooShort" | "tooLong" | "month" | "order" | "unknown";
  limit?: number;
};

/** The form that reports of this kind are written with today. */
export function formFor(_kind: Kind): Form {
  return CORE_1;
}

/** The form that a stored report names; null if this version of the software does not know it. */
export function findForm(id: string): Form | null {
  return FORMS.find((form) => form.id === id) ?? null;
}

/** The pages that this kind is asked, each with only the fields that this kind is asked. */
export function pagesFor(kind: Kind): FormPage[] {
  return formFor(kind)
    .pages.map((page) => ({ ...page, fields: page.fields.filter((field) => field.asked[kind]) }))
    .filter((page) => page.fields.length > 0);
}

/** The fields that are asked, given what was answered so far, in order. */
export function visibleFields(kind: Kind, answers: Answers): Field[] {
  const fields = pagesFor(kind).flatMap((page) => page.fields);
  return fields.filter((field) => isShown(field, fields, answers));
}

/**
 * Everything that stands in the way of sending, in the order of the form.
 *
 * Shape: an empty list when the answers are complete. Hidden fields are never at fault.
 */
export function checkAnswers(kind: Kind, answers: Answers): AnswerFault[] {
  return visibleFields(kind, answers).flatMap((field) => findFault(field, kind, answers[field.id]) ?? []);
}

/** The answers that are sent: trimmed, and without those to questions that are no longer asked or were left empty. */
export function answersToSend(kind: Kind, answers: Answers): Answers {
  const kept: Answers = {};
  for (const { id } of visibleFields(kind, answers)) {
    const answer = answers[id];
    if (isAnswered(answer)) kept[id] = typeof answer === "string" ? answer.trim() : answer;
  }
  return kept;
}

function isShown(field: Field, fields: readonly Field[], answers: Answers): boolean {
  const { shownIf } = field;
  if (!shownIf) return true;
  const other = fields.find(({ id }) => id === shownIf.field);
  const answer = answers[shownIf.field];
  if (!other || !isShown(other, fields, answers) || !isAnswered(answer)) return false;
  const chosen = Array.isArray(answer) ? answer : [String(answer)];
  if (shownIf.is && !chosen.some((option) => shownIf.is?.includes(option))) return false;
  return !shownIf.isNot || !chosen.some((option) => shownIf.isNot?.includes(option));
}

function findFault(field: Field, kind: Kind, answer: Answer | undefined): AnswerFault | null {
  const fault = (name: AnswerFault["fault"], limit?: number): AnswerFault =>
    limit === undefined ? { field: field.id, fault: name } : { field: field.id, fault: name, limit };
  if (!isAnswered(answer)) return field.asked[kind] === "required" ? fault("missing") : null;
  if (typeof answer === "boolean") return field.type === "tick" ? null : fault("unknown");
  if (typeof answer === "object" && !Array.isArray(answer)) return findPeriodFault(answer, fault);
  if (field.options) {
    const chosen = Array.isArray(answer) ? answer : [answer];
    return chosen.every((option) => field.options?.includes(option)) ? null : fault("unknown");
  }
  const length = typeof answer === "string" ? answer.trim().length : 0;
  if (field.min && length < field.min) return fault("tooShort", field.min);
  return field.max && length > field.max ? fault("tooLong", field.max) : null;
}

/** "2025" or "2025-03": a month can be too exact for somebody whom few could have told. */
const MONTH = /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/;

function findPeriodFault(
  { from, to }: { from: string; to: string },
  fault: (name: AnswerFault["fault"]) => AnswerFault,
): AnswerFault | null {
  if ([from, to].some((month) => month !== "" && !MONTH.test(month))) return fault("month");
  const length = Math.min(from.length, to.length);
  return from && to && to.slice(0, length) < from.slice(0, length) ? fault("order") : null;
}
