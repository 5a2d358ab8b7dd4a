/** A calendar day in UTC, "YYYY-MM-DD". Text order is time order. */
export type Day = string;

/** A length of time as the published tables give it. */
export type Span = { readonly days: number } | { readonly workingDays: number } | { readonly months: number };

const DAY_MS = 86_400_000;

export class DayError extends Error {
  override readonly name = "DayError";
  constructor(readonly value: string) {
    super("A day is written YYYY-MM-DD and exists in the calendar.");
  }
}

function toNumber(day: Day): number {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const time = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  const number = time / DAY_MS;
  // Date.UTC rolls 31 April over to 1 May; such a day is refused, not guessed.
  if (Number.isNaN(number) || fromNumber(number) !== day) throw new DayError(day);
  return number;
}

function fromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return fromNumber(toNumber(day) + days);
}

/** Adds calendar months; where the target month is shorter, its last day counts (30 November + 3 months = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const start = new Date(toNumber(day) * DAY_MS);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromNumber(Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / DAY_MS);
}

/** 1 January 1970 was a Thursday. */
function isWorkingDay(number: number): boolean {
  const weekday = (((number + 3) % 7) + 7) % 7;
  return weekday < 5;
}

/** Adds working days, Monday to Friday; the first one counted is the first working day after `day`. */
export function addWorkingDays(day: Day, workingDays: number): Day {
  let number = toNumber(day);
  for (let left = workingDays; left > 0; ) {
    number += 1;
    if (isWorkingDay(number)) left -= 1;
  }
  return fromNumber(number);
}

export function addSpan(day: Day, span: Span): Day {
  if ("days" in span) return addDays(day, span.days);
  if ("months" in span) return addMonths(day, span.months);
  return addWorkingDays(day, span.workingDays);
}
