import { database } from "~/platform/database.server";
import { type Duty, ownerOf } from "~workflows";
import { OUTSIDE } from "./case-scope.server";

/** The part of a queue's line that tells of a case: for an authority's contact nothing but what was put to them. */
export interface OutsideRow {
  channel: string;
  tier: null;
  urgent: false;
  /** The day on which something was first put to the authority; the day of the report is the reporter's. */
  createdDay: string;
  dueDay: string | null;
  duty: string | null;
  items: number;
}

/** Reads what queues may tell an authority's contact of these cases, at once for a page of them. */
export async function readOutsideRows(
  personId: string,
  cases: readonly string[],
): Promise<(caseId: string) => OutsideRow> {
  if (cases.length === 0) return () => rowOf([], []);
  const of = { caseId: { in: [...cases] } };
  const compartment = { type: OUTSIDE, wraps: { some: { personId } } };
  const [items, dues] = await Promise.all([
    database().item.findMany({ where: { ...of, compartment }, select: { caseId: true, day: true } }),
    database().due.findMany({ where: of, orderBy: { day: "asc" } }),
  ]);
  return (caseId) =>
    rowOf(
      items.filter((item) => item.caseId === caseId),
      dues.filter((due) => due.caseId === caseId),
    );
}

function rowOf(items: readonly { day: string }[], dues: readonly { duty: string; day: string }[]): OutsideRow {
  const due = authoritysDues(dues)[0];
  const createdDay = items.map(({ day }) => day).sort()[0] ?? "";
  return {
    channel: OUTSIDE_CHANNEL,
    tier: null,
    urgent: false,
    createdDay,
    dueDay: due?.day ?? null,
    duty: due?.duty ?? null,
    items: items.length,
  };
}

/** How a report came is the reporter's own affair: every case looks the same from outside. */
export const OUTSIDE_CHANNEL = "browser";

/** The days by which an authority has to answer. */
export function authoritysDues<T extends { duty: string }>(dues: readonly T[]): T[] {
  return dues.filter(({ duty }) => ownerOf(duty as Duty) === "authority");
}
