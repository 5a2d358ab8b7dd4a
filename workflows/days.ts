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

export function laterOf(a: Day | undefined, b: Day): Day {
  return a !== undefined && a > b ? a : b;
}

/** Adds calendar months; where the target month is shorter, its last day counts (30 November + 3 months = 28 February). */
export function addMonths(day: Day, months: number): Day {
  const start = new Date(toNumber(day) * DAY_MS);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromNumber(Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / DAY_MS);
}

/** The days of each week on which an office does not work: one or two of them, Monday 1 to Sunday 7 as ISO 8601 counts. */
export type Weekend = readonly number[];

export const SATURDAY_SUNDAY: Weekend = [6, 7];

/** One or two different days. A week without a working day would have no end. */
export function isWeekend(days: readonly number[]): boolean {
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  return (days.length === 1 || (days.length === 2 && days[0] !== days[1])) && days.every(isDay);
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** What an office's calendar leaves out of its working days. */
export type FreeDays = { readonly holidays: readonly Day[]; readonly weekend: Weekend };

const NO_HOLIDAYS: FreeDays = { holidays: [], weekend: SATURDAY_SUNDAY };

/**
 * Adds working days, without the weekend and holidays given; the first one counted is the first working day after `day`.
 *
 * Errors: RangeError for a weekend that is not one or two days.
 */
export function addWorkingDays(day: Day, workingDays: number, { holidays, weekend } = NO_HOLIDAYS): Day {
  if (!isWeekend(weekend)) throw new RangeError("A weekend is one or two days of the week.");
  let number = toNumber(day);
  const free = holidays.map(toNumber);
  for (let left = workingDays; left > 0; ) {
    number += 1;
    if (!weekend.includes(weekdayOf(number)) && !free.includes(number)) left -= 1;
  }
  return fromNumber(number);
}

/** A multiple of a span, rounded up. Half a month is fifteen days. */
export function timesSpan(span: Span, times: number): Span {
  if ("days" in span) return { days: Math.ceil(span.days * times) };
  if ("workingDays" in span) return { workingDays: Math.ceil(span.workingDays * times) };
  const months = span.months * times;
  return Number.isInteger(months) ? { months } : { days: Math.ceil(months * 30) };
}

export function addSpan(day: Day, span: Span, freeDays: FreeDays): Day {
  if ("days" in span) return addDays(day, span.days);
  if ("months" in span) return addMonths(day, span.months);
  return addWorkingDays(day, span.workingDays, freeDays);
}
