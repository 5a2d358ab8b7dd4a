import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { addDays } from "~workflows/days";
import { officeCalendar } from "../calendar.server";

/** Below this share of a flood nobody has to work for anything. */
const REST_SHARE = 0.25;
/** However much waits, an honest browser must come through in seconds: the work grows to so many times that of a flood. */
const MOST_SHARE = 5;
/** Arrivals that nobody has looked at for longer than this are the office's delay, not a flood. */
const WINDOW_DAYS = 2;
/** A burst asks the same question many times a second. */
const REMEMBER_MS = 2000;

/** What nobody of the office has looked at yet. */
const UNREAD = ["received", "quarantined"];

let known: { work: number; until: number } | null = null;

/**
 * How many numbers a browser has to try at most before something new is taken: 0 at rest, more with every report that
 * waits unread or in quarantine. Nothing about the sender goes into it.
 *
 * Units: numbers, each one SHA-256; on average half of them are tried.
 */
export async function workNow(clock = performance.now()): Promise<number> {
  if (known && known.until > clock) return known.work;
  const { floodPerDay, floodWork } = readConfig();
  const work = workFor(await countWaiting(Math.ceil(floodPerDay * MOST_SHARE)), floodPerDay, floodWork);
  known = { work, until: clock + REMEMBER_MS };
  return work;
}

/** The work for a queue of a given length; `flood` reports make a flood, at which `floodWork` numbers are tried. */
export function workFor(waiting: number, flood: number, floodWork: number): number {
  const share = waiting / flood;
  return share < REST_SHARE ? 0 : Math.ceil(floodWork * Math.min(share, MOST_SHARE));
}

/** Counts to the point from which on more changes nothing. Questions are new arrivals like reports. */
async function countWaiting(most: number): Promise<number> {
  const db = database();
  const { today } = await officeCalendar();
  const since = { gte: addDays(today, 1 - WINDOW_DAYS) };
  const [reports, questions] = await Promise.all([
    db.case.findMany({
      where: { createdDay: since, state: { in: UNREAD } },
      take: most,
      select: { id: true },
    }),
    db.questionMessage.count({ where: { seq: 0, day: since, question: { dueDay: { not: null } } } }),
  ]);
  return reports.length + questions;
}
