import type { Span } from "../days";

/** No limit lies further away than ten years, whatever its unit; a longer one is a slip of the pen. */
const MOST = { d: 3660, wd: 2600, m: 120 } as const;

export class SpanError extends Error {
  override readonly name = "SpanError";
  constructor() {
    super("A length of time is a whole number with d (days), wd (working days) or m (months), such as 10wd.");
  }
}

/**
 * Reads a length of time as the policy files write it.
 *
 * Shape:  "5d" is five calendar days, "2wd" two working days, "3m" three calendar months; "0d" is the same day.
 *         Nothing else is read: no sign, no leading zero, no space, no fraction.
 * Errors: SpanError, which does not repeat what was written.
 */
export function parseSpan(text: string): Span {
  const [, number, unit] = /^(0|[1-9]\d{0,3})(d|wd|m)$/.exec(text) ?? [];
  const amount = Number(number);
  if (unit === "d" && amount <= MOST.d) return { days: amount };
  if (unit === "wd" && amount > 0 && amount <= MOST.wd) return { workingDays: amount };
  if (unit === "m" && amount > 0 && amount <= MOST.m) return { months: amount };
  throw new SpanError();
}

/** Writes a span as `parseSpan` reads it. */
export function writeSpan(span: Span): string {
  if ("days" in span) return `${span.days}d`;
  return "months" in span ? `${span.months}m` : `${span.workingDays}wd`;
}
