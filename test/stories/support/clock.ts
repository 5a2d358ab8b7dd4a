import { addDays, type Day, expiries, MACHINE_VERSION, restore } from "~workflows";
import { openFile } from "../../faults/support/rows";

const DAY_MS = 86_400_000;
/** Stories happen in the middle of a day, so that none of them runs across midnight. */
const NOON_HOUR = 11;

/** The day on which a story begins: today, in UTC. */
export const STORY_DAY: Day = new Date().toISOString().slice(0, 10);

/** How far the server's clock has to be set to stand at an hour of a day. Units: days, with a fraction. */
export function offsetTo(day: Day, hour = NOON_HOUR): number {
  const then = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  return (then - Date.now()) / DAY_MS;
}

/** The moment on a clock that is set so. */
export function momentAt(offset: number): Date {
  return new Date(Date.now() + offset * DAY_MS);
}

/** The day after `day`: a duty that is due on a day is missed on the next. */
export function dayAfter(day: Day | undefined): Day {
  if (!day) throw new Error("No such day is due.");
  return addDays(day, 1);
}

/** The quarter of the public counters: "2026-Q4". */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** Sessions last twelve hours; people in a story that takes years need not sign in anew. Only while the server is stopped. */
export function prolongSessions(dataFolder: string): void {
  const file = openFile(dataFolder);
  file.exec("UPDATE Session SET expiresAt = 9000000000000000");
  file.close();
}

/** Waits until the sweep of a server that stands on `today` has nothing left to do. */
export async function swept(dataFolder: string, today: Day): Promise<void> {
  const file = openFile(dataFolder, { readOnly: true });
  try {
    for (let tries = 0; tries < 400; tries++) {
      if (!hasWork()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    file.close();
  }
  throw new Error("The sweep has not come to an end.");

  function hasWork(): boolean {
    const late = file
      .prepare('SELECT snapshot FROM "Case" WHERE id IN (SELECT caseId FROM Due WHERE day < ?)')
      .all(today) as { snapshot: string }[];
    return late
      .map(({ snapshot }) => JSON.parse(snapshot) as { version: number })
      .some((stored) => stored.version === MACHINE_VERSION && expiries(restore(stored), today).length > 0);
  }
}
