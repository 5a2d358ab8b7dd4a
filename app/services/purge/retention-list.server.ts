import { database } from "~/platform/database.server";
import { notFound } from "~/platform/problems.server";
import { isInside } from "../case-scope.server";
import type { SignedInPerson } from "../sign-in.server";
import { type Holdings, holdingsOf } from "./holdings.server";
import { type PurgedQuarter, readPurgedQuarters } from "./purged-quarters.server";

/** What stands in the way of a purge: a hold, an open incident of retaliation, or a case that is not archived yet. */
export type PurgeStop = "hold" | "protection" | "notScheduled";

/** One case that is due for purging, or is held back from it, with what a purge would destroy. */
export interface RetentionRow {
  case: string;
  reference: string;
  kind: string;
  /** The day on which it is purged; under a hold, the day on which the hold has to be looked at again. */
  day: string;
  stops: PurgeStop[];
  holdings: Holdings;
}

export interface RetentionList {
  today: string;
  /** The last day that the list looks ahead to. */
  until: string;
  rows: RetentionRow[];
  /** Where the next page starts; null on the last one. */
  next: string | null;
  /** How many more are due or on hold that this person is not on. Cases from which they are recused are in no number. */
  others: number;
  purged: PurgedQuarter[];
}

const LOOK_AHEAD_DAYS = 90;
const PAGE_ROWS = 50;
const ROLES = ["administrator", "ombudsperson"];

/** A hold takes the place of the purge's own due day, so whatever is on hold is listed, however far its review lies ahead. */
const dueOrHeld = (until: string) => ({ OR: [{ duty: "retention", day: { lte: until } }, { duty: "holdReview" }] });
type DueOrHeld = ReturnType<typeof dueOrHeld>;

/**
 * The dry run: what will be purged within 90 days or is on hold, what would be destroyed, and what stops it. Nothing is changed.
 *
 * Shape:  `after` is the `next` of the page before, or null.
 * Errors: Problem 404 for people who neither administer the office nor are its ombudsperson.
 */
export async function retentionList(
  me: Pick<SignedInPerson, "id" | "roles">,
  today: string,
  after: string | null = null,
): Promise<RetentionList> {
  if (!me.roles.some((role) => ROLES.includes(role))) throw notFound();
  const until = new Date(Date.parse(`${today}T00:00:00Z`) + LOOK_AHEAD_DAYS * 86_400_000).toISOString().slice(0, 10);
  const due = dueOrHeld(until);
  const mine = { case: { accesses: isInside(me.id) } };
  const [found, others, purged] = await Promise.all([
    database().due.findMany({
      where: { AND: [due, mine, afterPlace(after)] },
      orderBy: [{ day: "asc" }, { caseId: "asc" }],
      take: PAGE_ROWS + 1,
      select: { day: true, case: { select: { id: true, reference: true, kind: true, snapshot: true } } },
    }),
    countOthers(me.id, due),
    readPurgedQuarters(),
  ]);
  const page = found.slice(0, PAGE_ROWS);
  const holdings = await holdingsOf(page.map((row) => row.case.id));
  const last = page.at(-1);
  return {
    today,
    until,
    rows: page.map(({ day, case: { id, reference, kind, snapshot } }) => ({
      case: id,
      reference,
      kind,
      day,
      stops: stopsOf(snapshot),
      holdings: holdings(id),
    })),
    next: found.length > PAGE_ROWS && last ? `${last.day} ${last.case.id}` : null,
    others,
    purged,
  };
}

/** A place is a day and a case's id; an address that nobody made means the first page. */
function afterPlace(place: string | null) {
  const [, day, caseId] = /^(\d{4}-\d\d-\d\d) ([0-9a-f]{32})$/.exec(place ?? "") ?? [];
  return day && caseId ? { OR: [{ day: { gt: day } }, { day, caseId: { gt: caseId } }] } : {};
}

/** Cases that this person is not on. One from which they are recused is not even counted. */
async function countOthers(personId: string, due: DueOrHeld): Promise<number> {
  const notMine = { accesses: { none: { personId, scope: "case" } } };
  const [all, naming] = await Promise.all([
    database().due.count({ where: { AND: [due, { case: notMine }] } }),
    database().due.findMany({
      where: { AND: [due, { case: { ...notMine, snapshot: { contains: personId } } }] },
      select: { case: { select: { snapshot: true } } },
    }),
  ]);
  return all - naming.filter((row) => isRecused(row.case.snapshot, personId)).length;
}

type Stored = { value?: { retention?: string; protection?: string }; context?: { recused?: string[] } };

function stopsOf(snapshot: string): PurgeStop[] {
  const { value } = JSON.parse(snapshot) as Stored;
  const stops: PurgeStop[] = [];
  if (value?.retention === "onHold") stops.push("hold");
  else if (value?.retention !== "scheduled") stops.push("notScheduled");
  if (value?.protection === "incidentOpen") stops.push("protection");
  return stops;
}

function isRecused(snapshot: string, personId: string): boolean {
  return (JSON.parse(snapshot) as Stored).context?.recused?.includes(personId) ?? false;
}
