import { CORE_2 } from "./core-2";
import {
  type Answer,
  type Answers,
  type Field,
  type Form,
  type FormPage,
  isAnswered,
  type Kind,
  type Row,
} from "./form";

/** The form that reports are written with today. */
export const CURRENT: Form = CORE_2;

/** The pages that this kind is asked, each with only the fields that this kind is asked. */
export function pagesFor(kind: Kind, form: Form = CURRENT): FormPage[] {
  return form.pages
    .map((page) => ({ ...page, fields: askedOf(page.fields, kind) }))
    .filter((page) => page.fields.length > 0);
}

function askedOf(fields: readonly Field[], kind: Kind): Field[] {
  return fields
    .filter((field) => field.asked[kind])
    .map((field) => (field.fields ? { ...field, fields: askedOf(field.fields, kind) } : field));
}

/** The fields that are asked, given what was answered so far, in order. */
export function visibleFields(kind: Kind, answers: Answers, form: Form = CURRENT): Field[] {
  const fields = pagesFor(kind, form).flatMap((page) => page.fields);
  return fields.filter((field) => isShown(field, fields, answers));
}

/** The details of a group that are asked, given the group's own answers and those of the form. */
export function visibleDetails(field: Field, row: Row, answers: Answers): Field[] {
  const fields = field.fields ?? [];
  return fields.filter((detail) => {
    if (!detail.shownIf) return true;
    const isNeighbour = fields.some(({ id }) => id === detail.shownIf?.field);
    return holds(detail, (isNeighbour ? row : answers)[detail.shownIf.field]);
  });
}

/** A field that depends on one that is itself hidden is hidden too. */
function isShown(field: Field, fields: readonly Field[], answers: Answers): boolean {
  const { shownIf } = field;
  if (!shownIf) return true;
  const other = fields.find(({ id }) => id === shownIf.field);
  return other !== undefined && isShown(other, fields, answers) && holds(field, answers[shownIf.field]);
}

function holds({ shownIf }: Field, answer: Answer | undefined): boolean {
  if (!isAnswered(answer)) return false;
  const chosen = Array.isArray(answer) ? answer : [String(answer)];
  const has = (options: readonly string[]) => chosen.some((option) => options.includes(String(option)));
  if (shownIf?.is && !has(shownIf.is)) return false;
  return !shownIf?.isNot || !has(shownIf.isNot);
}
