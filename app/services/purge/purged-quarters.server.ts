import { database } from "~/platform/database.server";

/** How many cases of each kind were purged in a quarter, such as "2026-Q4". */
export interface PurgedQuarter {
  quarter: string;
  counts: Record<string, number>;
}

const PREFIX = "purged.";

/** The counter of the public statistics: how many cases of a kind were purged in a quarter. */
export function purgeCounter(kind: string, quarter: string): string {
  return `${PREFIX}${kind}.${quarter}`;
}

/** The counters of purged cases by quarter, the newest first. */
export async function readPurgedQuarters(): Promise<PurgedQuarter[]> {
  const counters = await database().counter.findMany({ where: { id: { startsWith: PREFIX } } });
  const quarters = new Map<string, Record<string, number>>();
  for (const { id, value } of counters) {
    const [kind = "", quarter = ""] = id.slice(PREFIX.length).split(".");
    const counts = quarters.get(quarter) ?? {};
    counts[kind] = value;
    quarters.set(quarter, counts);
  }
  return [...quarters]
    .map(([quarter, counts]) => ({ quarter, counts }))
    .sort((a, b) => b.quarter.localeCompare(a.quarter));
}

/** The quarter of a month: "2026-11" is in "2026-Q4". */
export function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
}
