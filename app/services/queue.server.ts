import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import type { SignedInPerson } from "./sign-in.server";

/** One page of a queue. */
export const PAGE_ROWS = 50;

export const QUEUE_FILTERS = ["mine", "overdue", "waiting", "tip", "grievance", "complaint"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** Reads a filter from an address; anything unknown shows everything. */
export function unsafeFilter(value: string | null): QueueFilter {
  return QUEUE_FILTERS.find((filter) => filter === value) ?? "mine";
}

/** States in which the office waits for the reporter. */
const WAITING = ["awaitingInfo"];
const RESTING = ["closed", "archived"];

/**
 * The cases wrapped to a person, what is due first at the top, by key: the page after a given place costs the same
 * whether there are a hundred cases or a hundred thousand.
 */
export async function readQueue(
  me: Pick<SignedInPerson, "id">,
  { cursor, filter }: { cursor: string | null; filter: QueueFilter },
) {
  const db = database();
  const rows = await db.access.findMany({
    where: { personId: me.id, ...(cursor && { sort: { gt: cursor } }), case: filterOf(filter) },
    orderBy: { sort: "asc" },
    take: PAGE_ROWS + 1,
    select: {
      sort: true,
      readSeq: true,
      case: {
        select: {
          id: true,
          reference: true,
          kind: true,
          channel: true,
          state: true,
          tier: true,
          urgent: true,
          dueDay: true,
          createdDay: true,
          lastSeq: true,
          dues: { orderBy: { day: "asc" }, take: 1 },
        },
      },
    },
  });
  const page = rows.slice(0, PAGE_ROWS);
  return {
    rows: page.map(({ readSeq, case: { id, lastSeq, dues, ...rest } }) => ({
      case: id,
      ...rest,
      duty: dues[0]?.duty ?? null,
      unread: Math.max(0, lastSeq - readSeq),
    })),
    next: rows.length > PAGE_ROWS ? (page.at(-1)?.sort ?? null) : null,
    counts: await countQueue(me.id),
  };
}

function filterOf(filter: QueueFilter) {
  if (filter === "overdue") return { dueDay: { lt: today() }, state: { notIn: RESTING } };
  if (filter === "waiting") return { state: { in: WAITING } };
  return filter === "mine" ? {} : { kind: filter };
}

async function countQueue(personId: string) {
  const db = database();
  const day = today();
  const week = new Date(Date.parse(`${day}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  const mine = { personId };
  // Dates are counted on the sort key, which starts with the due day: no other table is read.
  const [late, thisWeek, fresh, waiting] = await Promise.all([
    db.access.count({ where: { ...mine, sort: { lt: day }, case: { state: { notIn: RESTING } } } }),
    db.access.count({ where: { ...mine, sort: { gte: day, lt: `${week}~` }, case: { state: { notIn: RESTING } } } }),
    db.access.count({ where: { ...mine, readSeq: 0 } }),
    db.access.count({ where: { ...mine, case: { state: { in: WAITING } } } }),
  ]);
  return { late, thisWeek, fresh, waiting };
}
