import { COUNTRIES } from "./countries";
import type { Answer, Field, Period, Row } from "./form";

/** More rows than anybody fills in; a list beyond it was not made by the form. */
export const MAX_ROWS = 100;
/** So many files a report or a message takes. */
export const MAX_FILES = 500;
/** The longest note beside a ticked option, in characters. */
export const MAX_NOTE = 500;

/** "2025" or "2025-03": a month can be too exact for somebody whom few could have told. */
const MONTH = /^(19|20)\d\d(-(0[1-9]|1[0-2]))?$/;
const DAY = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function isMonth(text: string): boolean {
  return MONTH.test(text);
}

/** A year, a month, or a day that the calendar has. */
export function isDate(text: string): boolean {
  if (!DAY.test(text)) return MONTH.test(text);
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

/** A date as it was typed, in the form that is checked: Arabic and Persian digits, strokes, dots and single digits too. */
export function tidyDate(typed: string): string {
  return typed
    .trim()
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\s*[-/.\u2010-\u2013]\s*/g, "-")
    .replace(/-(\d)(?=-|$)/g, "-0$1");
}

/** Tells whether one date lies before another, as far as both are said. */
export function liesBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length) < other.slice(0, length);
}

export function isCountry(text: string): boolean {
  return COUNTRIES.includes(text);
}

/**
 * Tells whether an answer is of the sort that the question takes, whatever it says. What was made by hand may be anything.
 */
export function hasShape(field: Field, answer: unknown): answer is Answer {
  switch (field.type) {
    case "tick":
      return typeof answer === "boolean";
    case "many":
      return Array.isArray(answer) && answer.every((each) => typeof each === "string");
    case "period":
      return isPeriod(answer);
    case "group":
      return isRow(answer, field);
    case "flags":
      return isRows(answer, (row) => typeof row.id === "string" && typeof (row.note ?? "") === "string");
    case "groups":
    case "files":
      return isRows(answer, (row) => isRow(row, field));
    default:
      return typeof answer === "string";
  }
}

function isPeriod(answer: unknown): answer is Period {
  if (!isObject(answer)) return false;
  return typeof answer.from === "string" && typeof answer.to === "string" && typeof answer.about === "boolean";
}

function isRow(answer: unknown, { fields = [] }: Field): answer is Row {
  if (!isObject(answer)) return false;
  return fields.every((field) => answer[field.id] === undefined || hasShape(field, answer[field.id]));
}

function isRows(answer: unknown, isOne: (row: { [key: string]: unknown }) => boolean): boolean {
  return Array.isArray(answer) && answer.every((row) => isObject(row) && isOne(row));
}

export function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
