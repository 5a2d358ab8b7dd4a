import { now as clock } from "~/platform/clock.server";
import type { Transaction } from "~/platform/database.server";
import { newId } from "~/platform/secrets.server";
import { placeNotice } from "./place.server";

/**
 * Writes what an act owes to the people on its case, in the act's own transaction: both are stored or neither.
 *
 * Shape:  one row for each active person on the case, except the actor and everybody who is recused. `actor` is a person's
 *         id, "reporter" or "system". An authority's contact is told only with `outside`: that something happens in a case
 *         would tell them more than they were shown. Gives the number of rows.
 * Units:  an urgent row is due at once, another with the person's next batch or digest.
 */
export async function oweNotices(
  tx: Transaction,
  {
    caseId,
    actor,
    urgent,
    outside = false,
    now,
  }: { caseId: string; actor: string; urgent: boolean; outside?: boolean; now: Date },
): Promise<number> {
  const found = await tx.case.findUnique({
    where: { id: caseId },
    select: {
      snapshot: true,
      accesses: {
        where: outside ? {} : { scope: "case" },
        select: { person: { select: { id: true, state: true, mail: true, mailMode: true } } },
      },
    },
  });
  const recused = recusedIn(found?.snapshot);
  const people = (found?.accesses ?? [])
    .map(({ person }) => person)
    .filter(({ id, state }) => id !== actor && state === "active" && !recused.includes(id));
  if (people.length === 0) return 0;
  // Reports arrive in bursts: the office is asked only where somebody's hour depends on it.
  const timeZone = people.some(({ mailMode }) => mailMode === "daily") ? await timeZoneOf(tx) : "UTC";
  const reason = urgent ? "urgent" : "news";
  const data = people.map((person) => ({
    ...newNotice(caseId, reason, now),
    personId: person.id,
    ...placeNotice({ ...person, who: person.id }, reason, now, timeZone),
  }));
  return (await tx.notice.createMany({ data })).count;
}

/**
 * Writes what is owed to an exporter or a group that asked for mail; nothing where nobody asked.
 *
 * Shape: gives the number of rows, 0 or 1.
 */
export async function oweParty(
  tx: Transaction,
  { caseId, now = clock() }: { caseId: string; now?: Date },
): Promise<number> {
  const wish = await tx.mailWish.findUnique({ where: { caseId }, select: { address: true } });
  if (!wish) return 0;
  const to = { who: caseId, mail: wish.address, mailMode: "batched" };
  const place = placeNotice(to, "party", now, "UTC");
  await tx.notice.create({ data: { ...newNotice(caseId, "party", now), personId: null, ...place } });
  return 1;
}

function newNotice(caseId: string, reason: string, now: Date) {
  return { id: newId(), caseId, reason, createdDay: now.toISOString().slice(0, 10) };
}

async function timeZoneOf(tx: Transaction): Promise<string> {
  return (await tx.office.findFirstOrThrow({ select: { timeZone: true } })).timeZone;
}

/** A recused person has lost their row of access already; the procedure's own list is asked as well. */
function recusedIn(snapshot: string | undefined): string[] {
  const parsed = JSON.parse(snapshot ?? "{}") as { context?: { recused?: unknown } };
  const recused = parsed.context?.recused;
  return Array.isArray(recused) ? recused.filter((id): id is string => typeof id === "string") : [];
}
