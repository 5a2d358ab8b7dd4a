import { readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import type { Day } from "~workflows";

/** Another process may take cases in on the same database, so the count is old after this time. */
const REMEMBER_MS = 2000;

let room: { day: Day; left: number; until: number } | null = null;

/**
 * Whether the day has all the new cases that make it a flood. Whoever asks takes a place, and asks once for each case: the
 * places are counted in the database, and then down from there.
 */
export async function isFlooded(day: Day, clock = performance.now()): Promise<boolean> {
  if (room?.day !== day || room.left <= 0 || room.until < clock) {
    room = { day, left: await countPlaces(day), until: clock + REMEMBER_MS };
  }
  if (room.left <= 0) return true;
  room.left -= 1;
  return false;
}

async function countPlaces(createdDay: Day): Promise<number> {
  const { floodPerDay } = readConfig();
  return floodPerDay - (await database().case.count({ where: { createdDay }, take: floodPerDay }));
}
