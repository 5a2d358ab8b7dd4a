import type { Duty } from "~workflows/duties";
import { type Owner, ownerOf } from "~workflows/misses";
import { daysBetween } from "./days";
import type { CaseRecord } from "./records";

/** One date that runs. `rests` where nobody is late when it passes; `misses` is how often the duty was missed before. */
export type Clock = {
  duty: string;
  day: string;
  owner: Owner;
  isReminder: boolean;
  rests: boolean;
  misses: number;
};

const REMINDERS = ["reminder5", "reminder6", "reminder80"];

/** Every date that runs, the nearest first. Reminders come last: they are the office's own alarm, and no promise. */
export function clocksOf({ dues, snapshot, readOnly }: Pick<CaseRecord, "dues" | "snapshot" | "readOnly">): Clock[] {
  const misses: { readonly [duty: string]: number } = readOnly ? {} : snapshot.context.misses;
  const clocks = dues.map(({ duty, day }) => ({
    duty,
    day,
    owner: ownerOf(duty as Duty),
    isReminder: REMINDERS.includes(duty),
    rests: ownerOf(duty as Duty) === "nobody",
    misses: misses[duty] ?? 0,
  }));
  return clocks.sort((a, b) => Number(a.isReminder) - Number(b.isReminder) || a.day.localeCompare(b.day));
}

/** Duties that were missed and do not run any more. */
export function missedOf({ dues, snapshot }: Pick<CaseRecord, "dues" | "snapshot">): { duty: string; count: number }[] {
  return Object.entries(snapshot.context.misses)
    .map(([duty, count]) => ({ duty, count }))
    .filter(({ duty, count }) => count > 0 && !dues.some((due) => due.duty === duty));
}

/** Percent of the time for a duty that has gone, from the day on which its clock started. */
export function partGone(
  { snapshot, createdDay, today, readOnly }: Pick<CaseRecord, "snapshot" | "createdDay" | "today" | "readOnly">,
  { duty, day }: Pick<Clock, "duty" | "day">,
): number {
  const since: { readonly [duty: string]: string } = readOnly ? {} : snapshot.context.since;
  const start = since[duty] ?? createdDay;
  const all = Math.max(1, daysBetween(start, day));
  return Math.min(100, Math.max(0, Math.round((daysBetween(start, today) / all) * 100)));
}
