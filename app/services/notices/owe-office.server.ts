import type { Transaction } from "~/platform/database.server";
import { newId } from "~/platform/secrets.server";
import { placeNotice, type Reason } from "./place.server";

/** Who is told something that concerns no case of theirs. */
export interface Told {
  id: string;
  mail: string | null;
  mailMode: string;
}

/**
 * Owes people news that belongs to none of their cases: a row without a case, so that it tells of none.
 *
 * Shape:  only for whom mail can reach; the desk shows such news where it is. Whoever has one waiting gets no second, so that
 *         a hundred late cases are one mail. Gives the number of rows.
 */
export async function oweOffice(
  tx: Transaction,
  people: readonly Told[],
  reason: Exclude<Reason, "party" | "news">,
  now: Date,
): Promise<number> {
  const waiting = await tx.notice.findMany({
    where: { personId: { in: people.map(({ id }) => id) }, caseId: null, state: "waiting", attempts: 0 },
    select: { personId: true, reason: true },
  });
  const isTold = (id: string) =>
    waiting.some((row) => row.personId === id && (reason === "office" || row.reason === reason));
  const untold = people.filter(({ id }) => !isTold(id));
  if (untold.length === 0) return 0;
  const { timeZone } = await tx.office.findFirstOrThrow({ select: { timeZone: true } });
  const rows = untold
    .map((person) => ({ personId: person.id, ...placeNotice({ ...person, who: person.id }, reason, now, timeZone) }))
    .filter(({ state }) => state === "waiting")
    .map((row) => ({ ...row, id: newId(), caseId: null, reason, createdDay: now.toISOString().slice(0, 10) }));
  return rows.length === 0 ? 0 : (await tx.notice.createMany({ data: rows })).count;
}
