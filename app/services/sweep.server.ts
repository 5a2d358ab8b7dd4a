import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { type Day, expiries } from "~workflows";
import { dropThreads } from "./advice/question-thread.server";
import { officeCalendar } from "./calendar.server";
import { closeAllJoined } from "./joined-cases.server";
import { finishLeaving } from "./people/leave-cases.server";
import { lookAfterKeys } from "./people/look-after-keys.server";
import { findSnapshot } from "./procedure.server";
import { forgetOldPages } from "./purge/forget-old-pages.server";
import { systemAct } from "./system-act.server";

const HOUR_MS = 3_600_000;
/** Parts that no report named are dropped after two days: long enough for a broken upload to come back. */
const STAGED_DAYS = 2;
/** A case whose clocks do not come to rest in one sweep is left for the next, so that one cannot hold up the others. */
const MOST_STEPS = 20;
/** What another process stood in the way of is tried again after a pause; what fails every time waits for the next hour. */
const MOST_TRIES = 5;
const PAUSE_MS = 1000;

/** Starts the hourly sweep; the due dates are rows, so a stop or a restart loses none. Returns how to stop it. */
export function startSweep(): () => void {
  const run = () => void sweep().catch((error: unknown) => log.error({ err: error }, "sweep failed"));
  const timer = setInterval(run, HOUR_MS);
  timer.unref();
  setTimeout(run, 1000).unref();
  return () => clearInterval(timer);
}

/**
 * Turns every due date that has passed into an ordinary event of the system. Two processes may sweep at once: the
 * compare-and-swap lets one of them win, and the other finds nothing left to do.
 *
 * Shape:  gives how many events were written.
 * Units:  a day is over when it is over in the office's time zone.
 */
export async function sweep(): Promise<number> {
  const { today } = await officeCalendar();
  let moved = 0;
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const pass = await expireAll(today);
    moved += pass.moved;
    if (pass.failed === 0) break;
    await pause();
  }
  moved += await closeAllJoined();
  moved += await finishLeaving();
  moved += await lookAfterKeys();
  // Last, so that a database that is busy just then keeps no date waiting.
  await dropStagedParts();
  await dropThreads({ deleteDay: { lt: today } });
  return moved;
}

async function dropStagedParts(): Promise<void> {
  const oldest = new Date(now().getTime() - STAGED_DAYS * 86_400_000).toISOString().slice(0, 10);
  await database().part.deleteMany({ where: { attached: false, stagedDay: { lt: oldest } } });
}

/** Looks at every case with a day that is over, once. */
async function expireAll(today: Day): Promise<{ moved: number; failed: number }> {
  const due = await database().due.findMany({
    where: { day: { lt: today } },
    distinct: ["caseId"],
    orderBy: { day: "asc" },
    select: { caseId: true },
  });
  const pass = { moved: 0, failed: 0 };
  for (const { caseId } of due) {
    // Another process may have moved this case in the same moment; the others still have to be looked at.
    try {
      pass.moved += await expireCase(caseId, today);
    } catch (error) {
      log.warn({ err: error }, "a due date was not handled now");
      pass.failed++;
    }
  }
  return pass;
}

/** As long as chance says, so that two processes that were in each other's way do not meet again. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (0.5 + Math.random())).unref());
}

/** Sends what is due in one case, one event after the other: each can start, move or end the clocks of the next. */
async function expireCase(caseId: string, today: Day): Promise<number> {
  for (let done = 0; done < MOST_STEPS; done++) {
    const current = await database().case.findUniqueOrThrow({ where: { id: caseId }, select: { snapshot: true } });
    const snapshot = findSnapshot(current.snapshot);
    const next = snapshot && expiries(snapshot, today)[0];
    if (!next) return done;
    await systemAct(caseId, next.event, next.codes);
    if (next.event === "purge.execute") {
      await forgetOldPages();
      return done + 1;
    }
  }
  return MOST_STEPS;
}
