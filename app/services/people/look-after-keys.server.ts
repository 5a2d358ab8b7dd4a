import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { LEAST_READERS } from "~workflows";
import { addSpan } from "~workflows/days";
import { KEY_SPANS, parseSpan } from "~workflows/policy";
import { officeCalendar } from "../calendar.server";
import { establishFacts } from "../case-facts.server";
import { oweOffice } from "../notices/owe-office.server";
import { systemAct } from "../system-act.server";
import { type EndingKey, readEndingKeys } from "./key-ends.server";

/**
 * Sees to keys that end by their own date: warns in time and again, and once one has ended, marks the cases that too few
 * people can read any more.
 *
 * Shape: gives how many events were written.
 */
export async function lookAfterKeys(): Promise<number> {
  const ending = await readEndingKeys();
  if (ending.length === 0) return 0;
  await warn(ending);
  let moved = 0;
  for (const key of ending) if (key.isOver) moved += await markCases(key);
  return moved;
}

/** The key's own person, as long as something can be sealed to them, and the administrators, who certify the next one. */
async function warn(ending: readonly EndingKey[]): Promise<void> {
  const { today, ...freeDays } = await officeCalendar();
  const { days } = parseSpan(KEY_SPANS.warnAgain) as { days: number };
  const since = addSpan(today, { days: -days }, freeDays);
  const own = ending.filter(({ isOver }) => !isOver).map(({ person }) => person);
  await database().$transaction(async (tx) => {
    const people = await tx.person.findMany({
      where: {
        state: "active",
        mail: { not: null },
        OR: [{ id: { in: own } }, { roles: { contains: '"administrator"' } }],
      },
      select: { id: true, mail: true, mailMode: true },
    });
    const told = await tx.notice.findMany({
      where: { reason: "key", createdDay: { gt: since } },
      select: { personId: true },
    });
    const untold = people.filter(({ id }) => !told.some(({ personId }) => personId === id));
    await oweOffice(tx, untold, "key", now());
  });
}

/** Cases at rest are read by nobody, so nobody has to be found for them. */
const AT_REST = ["archived", "purged"];

/** Asks for new readers where, without this key, fewer than two people can read what comes next. Each case is asked once for each key. */
async function markCases({ person, fingerprint }: EndingKey): Promise<number> {
  const cases = await database().case.findMany({
    where: {
      purgedMonth: null,
      state: { notIn: AT_REST },
      accesses: { some: { personId: person, scope: "case" } },
      acts: { none: { event: "rewrap.needed", text: { contains: fingerprint } } },
    },
    select: { id: true },
  });
  let moved = 0;
  for (const { id } of cases) {
    try {
      const { validRecipientKeys } = await establishFacts(id);
      if (validRecipientKeys >= LEAST_READERS) continue;
      await systemAct(id, "rewrap.needed", { reason: "keyExpired", holder: person, key: fingerprint });
      moved++;
    } catch (error) {
      log.warn({ err: error }, "a case that too few can read was not marked now");
    }
  }
  return moved;
}
