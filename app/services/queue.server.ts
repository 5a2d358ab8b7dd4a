import { database } from "~/platform/database.server";
import { officeCalendar } from "./calendar.server";
import { readOutsideRows } from "./outside-row.server";
import { OWED } from "./queue-place.server";
import type { SignedInPerson } from "./sign-in.server";

/** One page of a queue. */
export const PAGE_ROWS = 50;

export const QUEUE_FILTERS = ["mine", "overdue", "waiting", "tip", "grievance", "complaint"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** Reads a filter from an address; anything unknown shows everything. */
export function unsafeFilter(value: string | null): QueueFilter {
  return QUEUE_FILTERS.find((filter) => filter === value) ?? "mine";
}

/** Cases whose dates count: closed ones rest. */
const AWAKE = { in: ["open", "waiting"] };

/**
 * The cases wrapped to a person, what is due first at the top, by key: the page after a given place costs the same
 * whether there are a hundred cases or a hundred thousand.
 */
export async function readQueue(
  me: Pick<SignedInPerson, "id">,
  { cursor, filter }: { cursor: string | null; filter: QueueFilter },
) {
  const db = database();
  const { today } = await officeCalendar();
  const rows = await db.access.findMany({
    where: { personId: me.id, AND: [filterOf(filter, today), cursor ? { sort: { gt: cursor } } : {}] },
    orderBy: { sort: "asc" },
    take: PAGE_ROWS + 1,
    select: {
      sort: true,
      scope: true,
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
          dues: { where: OWED, orderBy: { day: "asc" }, take: 1 },
        },
      },
    },
  });
  const page = rows.slice(0, PAGE_ROWS);
  const outside = await readOutsideRows(
    me.id,
    page.filter(({ scope }) => scope !== "case").map((row) => row.case.id),
  );
  return {
    rows: page.map(({ scope, readSeq, case: { id, lastSeq, dues, ...rest } }) => {
      const { items, ...row } =
        scope === "case" ? { ...rest, duty: dues[0]?.duty ?? null, items: lastSeq } : { ...rest, ...outside(id) };
      return { case: id, ...row, unread: Math.max(0, items - readSeq) };
    }),
    next: rows.length > PAGE_ROWS ? (page.at(-1)?.sort ?? null) : null,
    counts: await countQueue(me.id, today),
  };
}

function filterOf(filter: QueueFilter, today: string) {
  if (filter === "overdue") return { standing: AWAKE, sort: { lt: today } };
  if (filter === "waiting") return { standing: "waiting" };
  return filter === "mine" ? {} : { case: { kind: filter } };
}

/** Counts on the list's own rows: the sort key starts with the due day, and no other table is read. */
async function countQueue(personId: string, day: string) {
  const { access } = database();
  const afterWeek = new Date(Date.parse(`${day}T00:00:00Z`) + 8 * 86_400_000).toISOString().slice(0, 10);
  const [late, thisWeek, fresh, waiting] = await Promise.all([
    access.count({ where: { personId, standing: AWAKE, sort: { lt: day } } }),
    access.count({ where: { personId, standing: AWAKE, sort: { gte: day, lt: afterWeek } } }),
    access.count({ where: { personId, readSeq: 0 } }),
    access.count({ where: { personId, standing: "waiting" } }),
  ]);
  return { late, thisWeek, fresh, waiting };
}
