import type { Day } from "~workflows";
import { addSpan } from "~workflows/days";
import { ADVICE, parseSpan } from "~workflows/policy";
import { officeCalendar } from "../calendar.server";

/**
 * The days of a thread after its newest message: when the office's answer is due, and on which day it is deleted by itself.
 *
 * Shape: after an answer nothing is due.
 */
export async function adviceDays(newest: "asked"): Promise<{ today: Day; dueDay: Day; deleteDay: Day }>;
export async function adviceDays(newest: "answered"): Promise<{ today: Day; dueDay: null; deleteDay: Day }>;
export async function adviceDays(newest: "asked" | "answered") {
  const { today, ...freeDays } = await officeCalendar();
  const after = (span: string) => addSpan(today, parseSpan(span), freeDays);
  return newest === "asked"
    ? { today, dueDay: after(ADVICE.answer), deleteDay: after(ADVICE.keptUnanswered) }
    : { today, dueDay: null, deleteDay: after(ADVICE.keptAfterAnswer) };
}
