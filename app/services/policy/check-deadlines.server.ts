import { TIERS } from "~workflows/codes";
import { addDays, addMonths } from "~workflows/days";
import { parseSpan, SpanError } from "~workflows/policy/spans";
import { policyProblem } from "./policy-fault.server";
import type { Deadlines } from "./published.server";

type Span = ReturnType<typeof parseSpan>;

/** Limits that the law sets. Source: Directive (EU) 2019/1937 Art. 9(1) and 11(2). */
export const STATUTORY_DUTIES: readonly string[] = ["acknowledgement", "feedback", "feedbackExtended"];

/**
 * Checks an office's own deadlines against the published ones.
 *
 * Shape:  the duties that were sent, each with four spans.
 * Errors: Problem 400 with the rule, and with duty and tier where they are known ones.
 */
export function checkDeadlines(unsafeEntries: Record<string, unknown>, published: Deadlines): Deadlines {
  const checked = Object.entries(unsafeEntries).map(([duty, unsafeSpans]) => {
    const line = Object.hasOwn(published, duty) ? published[duty] : undefined;
    if (!line) throw policyProblem("unknownDuty");
    if (!Array.isArray(unsafeSpans) || unsafeSpans.length !== TIERS.length) throw policyProblem("fourSpans", { duty });
    TIERS.forEach((tier, nth) => {
      checkSpan(duty, tier, unsafeSpans[nth], line[nth] ?? "");
    });
    return [duty, unsafeSpans as string[]] as const;
  });
  return Object.fromEntries(checked);
}

function checkSpan(duty: string, tier: string, unsafeSpan: unknown, published: string) {
  const [own, base] = [readSpan(unsafeSpan), parseSpan(published)];
  if (!own) throw policyProblem("notASpan", { duty, tier });
  if (isNothing(own) && !isNothing(base)) throw policyProblem("noTime", { duty, tier });
  if (STATUTORY_DUTIES.includes(duty) && canEndLater(own, base)) throw policyProblem("statutoryLonger", { duty, tier });
}

function readSpan(unsafeSpan: unknown): Span | null {
  try {
    return typeof unsafeSpan === "string" ? parseSpan(unsafeSpan) : null;
  } catch (error) {
    if (error instanceof SpanError) return null;
    throw error;
  }
}

function isNothing(span: Span): boolean {
  return "days" in span && span.days === 0;
}

/** Two years of starting days with all lengths of month in them; leap years only make months longer. */
const STARTS = Array.from({ length: 731 }, (_, nth) => addDays("2025-01-01", nth));

/** Whether one span can end later than another from some day. Working days can: holidays lengthen them without a bound. */
function canEndLater(span: Span, than: Span): boolean {
  if ("workingDays" in span || "workingDays" in than) return JSON.stringify(span) !== JSON.stringify(than);
  if ("days" in span && "days" in than) return span.days > than.days;
  return STARTS.some((day) => endOf(day, span) > endOf(day, than));
}

function endOf(day: string, span: { days: number } | { months: number }): string {
  return "days" in span ? addDays(day, span.days) : addMonths(day, span.months);
}
