import { now } from "~/platform/clock.server";
import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { adoptNotices } from "./replace.server";
import { sendDueNotices } from "./send-due.server";

/** Short enough for an urgent notice to leave within a minute. */
const TICK_MS = 20_000;
const HOUR_MS = 3_600_000;
/** A stop waits this long for the mail that is under way. */
const STOP_MS = 5000;
/** What was sent or read is forgotten after this many days. */
const KEPT_DAYS = 30;

/**
 * Starts sending notices. What is owed are rows, so a stop or a restart loses none.
 *
 * Shape: gives how to stop; the stop ends when nothing is under way any more, after STOP_MS at the latest.
 */
export function startNotices(): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  let adopted = false;
  let sweptAt = 0;
  const run = async () => {
    if (!adopted) await adoptNotices(readConfig().mail !== null, now());
    adopted = true;
    await sendDueNotices(now(), stopping.signal);
    if (Date.now() - sweptAt < HOUR_MS) return;
    sweptAt = Date.now();
    await forgetOldNotices(now());
  };
  const tick = () => {
    running ??= run()
      .catch((error: unknown) => log.error({ err: error }, "notices failed"))
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();
  const first = setTimeout(tick, 1500);
  first.unref();
  return async () => {
    clearInterval(timer);
    clearTimeout(first);
    const giveUp = setTimeout(() => stopping.abort(), STOP_MS);
    await running;
    clearTimeout(giveUp);
  };
}

/** Drops what was sent or read a month ago: which person was on which case then is nobody's business. */
export async function forgetOldNotices(now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const isOver = { state: { in: ["sent", "read"] } };
  // News of the office as a whole is nowhere to be opened: the desk shows it where it is.
  const isShown = { state: "desk", caseId: null };
  await database().notice.deleteMany({ where: { OR: [isOver, isShown], createdDay: { lt: oldest } } });
}
