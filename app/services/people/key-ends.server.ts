import { database } from "~/platform/database.server";
import { expiryDay } from "~crypto/key-expiry";
import type { Day } from "~workflows";
import { addSpan } from "~workflows/days";
import { KEY_SPANS, parseSpan } from "~workflows/policy";
import { officeCalendar } from "../calendar.server";

/** A key that ends by its own date, soon or already. */
export interface EndingKey {
  person: string;
  fingerprint: string;
  /** The last day on which something can be sealed to it. */
  day: Day;
  isOver: boolean;
}

const read = new Map<string, Promise<Day | null>>();

/** The day on which a key ends, and null for one that does not. A key's text does not change, so each is read once. */
export function keyEnd(publicKey: string): Promise<Day | null> {
  const known = read.get(publicKey) ?? expiryDay(publicKey).catch(() => null);
  if (read.size > 1000) read.clear();
  read.set(publicKey, known);
  return known;
}

/** Whether the office has to see to a key that ends on this day, and whether it is too late: the policy says how long before. */
export async function judgeEnd(day: Day): Promise<{ isNear: boolean; isOver: boolean }> {
  const { today, ...freeDays } = await officeCalendar();
  const warnFrom = addSpan(today, parseSpan(KEY_SPANS.warnBefore), freeDays);
  return { isNear: day <= warnFrom, isOver: day < today };
}

/** The keys of people in the office that end within the time that the policy sets, or have ended, the earliest first. */
export async function readEndingKeys(): Promise<EndingKey[]> {
  const people = await database().person.findMany({
    where: { state: "active" },
    select: { id: true, fingerprint: true, publicKey: true },
  });
  const ending: EndingKey[] = [];
  for (const { id: person, fingerprint, publicKey } of people) {
    const day = await keyEnd(publicKey);
    if (day === null) continue;
    const { isNear, isOver } = await judgeEnd(day);
    if (isNear) ending.push({ person, fingerprint, day, isOver });
  }
  return ending.sort((a, b) => (a.day < b.day ? -1 : 1));
}
