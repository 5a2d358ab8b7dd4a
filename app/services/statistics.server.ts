import { database } from "~/platform/database.server";
import { officeCalendar } from "./calendar.server";

/** Fewer cases than this in a cell are not told: a single case could be recognised. */
const LEAST_TOLD = 5;
const ROUND_TO = 5;

/** A public count: a multiple of five, or null where it stands for one to four cases. */
export type PublicCount = number | null;

/** How often a duty was late in a quarter, over all kinds of case. */
export interface LateLine {
  owner: string;
  duty: string;
  quarter: string;
  count: PublicCount;
}

/** Rounds for the public. Source: the office's rules of disclosure, base five and nothing below five. */
export function publicCount(value: number): PublicCount {
  return value < LEAST_TOLD ? null : Math.round(value / ROUND_TO) * ROUND_TO;
}

/**
 * What the office, and the authorities, let pass, quarter by quarter.
 *
 * Shape: only quarters that are over, newest first; kinds are summed, so that no cell tells one case.
 */
export async function readLate(): Promise<LateLine[]> {
  const { today } = await officeCalendar();
  const current = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const rows = await database().counter.findMany({ where: { id: { startsWith: "missed." } } });
  const sums = new Map<string, number>();
  for (const { id, value } of rows) {
    const [, owner = "", duty = "", , quarter = ""] = id.split(".");
    if (quarter >= current) continue;
    const key = [quarter, owner, duty].join(" ");
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return [...sums]
    .sort(([a], [b]) => (a > b ? -1 : 1))
    .map(([key, value]) => {
      const [quarter = "", owner = "", duty = ""] = key.split(" ");
      return { quarter, owner, duty, count: publicCount(value) };
    });
}
