import { keyedDigest } from "~/platform/secrets.server";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DIGEST_HOUR = 7;
const MAX_BACKOFF_MS = 6 * 60 * MINUTE_MS;

/** The start of a moment's UTC day, in milliseconds: the finest time that a row keeps when it has nothing to wait for. */
export function dayStart(now: Date): bigint {
  return BigInt(now.getTime() - (now.getTime() % DAY_MS));
}

/**
 * When the next batch leaves for somebody.
 *
 * Units:  milliseconds; the next full slot of the clock, and up to a third of a slot later. The delay is drawn for the
 *         person and the slot, not for the event: the earliest of many draws would tell how many events there were.
 */
export function nextBatch(now: Date, who: string, minutes: number): bigint {
  const slot = minutes * MINUTE_MS;
  const start = (Math.floor(now.getTime() / slot) + 1) * slot;
  const draw = keyedDigest("notice slot", `${who} ${start}`).readUInt32BE(0) / 2 ** 32;
  return BigInt(start + Math.floor((draw * slot) / 3));
}

/** When the next daily digest leaves: the next 07:00 in the office's time zone, in milliseconds. */
export function nextDigest(now: Date, timeZone: string): bigint {
  for (let days = 0; ; days++) {
    const at = hourOf(new Date(now.getTime() + days * DAY_MS), timeZone);
    if (at > now.getTime()) return BigInt(at);
  }
}

/**
 * How long to wait after the nth failed try.
 *
 * Units: milliseconds; 1 minute, doubling, at most 6 hours, and up to a quarter less by chance.
 */
export function backoff(attempts: number): number {
  const full = Math.min(MAX_BACKOFF_MS, 2 ** Math.max(0, attempts - 1) * MINUTE_MS);
  return Math.floor(full * (1 - Math.random() / 4));
}

/** 07:00 on the local day of a moment, in milliseconds. */
function hourOf(moment: Date, timeZone: string): number {
  const local = new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone));
  const wall = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), DIGEST_HOUR);
  // Twice, because the first guess can lie on the other side of a change of the clock.
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

function offsetAt(time: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}
