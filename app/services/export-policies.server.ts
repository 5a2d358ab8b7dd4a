import { database } from "~/platform/database.server";
import type { Act } from "~crypto/acts";
import type { ExportedPolicy } from "../../verify/case-export";
import { holidaysFor, type officeCalendar } from "./calendar.server";
import { policyAt } from "./policy/current-policy.server";
import { CalendarError } from "./policy/holidays.server";
import { publishedPolicy } from "./policy/published.server";

/** The deadlines that a case has run on, the one that it started with first. */
export async function policiesOf(
  { policy, receivedDay }: { policy: string | null; receivedDay: string },
  acts: readonly { event: string; text: string }[],
): Promise<ExportedPolicy[]> {
  const rebased = acts.filter(({ event }) => event === "policy.rebase").map(({ text }) => policyIn(text));
  const start = rebased.length === 0 ? [] : [policyIn(acts[0]?.text ?? ""), ...(await policiesOn(receivedDay))];
  const versions = new Set([...start, ...rebased, policy].filter((version) => version !== null));
  const found = await Promise.all([...versions].map(readPolicy));
  return found.flatMap((one) => one ?? []);
}

function policyIn(text: string): string | null {
  const { policy = null }: Act["codes"] = text === "" ? {} : (JSON.parse(text) as Act).codes;
  return typeof policy === "string" ? policy : null;
}

/** What held on a day: the last version made before it, and those made on it, for it may have been made after the case came. */
async function policiesOn(day: string): Promise<string[]> {
  const where = { policy: "deadlines", day: { lte: day } };
  const own = await database().policyVersion.findMany({ where, orderBy: { number: "desc" } });
  const last = own.findIndex((row) => row.day < day);
  const rows = last < 0 ? own : own.slice(0, last + 1);
  const published = `deadlines@${publishedPolicy("deadlines").version}`;
  return [...(last < 0 ? [published] : []), ...rows.map(({ number }) => `${published}+${number}`)];
}

/** A version that this office does not know any more is left out; whoever checks the case is told so. */
async function readPolicy(version: string): Promise<ExportedPolicy | null> {
  const found = await policyAt(version).catch(() => null);
  return found && { version, limits: found.entries };
}

/**
 * The office's holidays from the year before a case came to those that deadlines can reach now.
 *
 * Shape: as `officeCalendar` gives them, with the years before; none where the calendar library does not know the place.
 */
export async function holidaysSince(
  office: { country: string; region: string },
  receivedDay: string,
  { today, holidays }: Awaited<ReturnType<typeof officeCalendar>>,
): Promise<string[]> {
  const [from, to] = [Number(receivedDay.slice(0, 4)) - 1, Number(today.slice(0, 4)) - 2];
  if (from > to) return holidays;
  const before = await holidaysFor(office.country, office.region, from, to).catch((error: unknown) => {
    if (!(error instanceof CalendarError)) throw error;
    return [];
  });
  return [...before, ...holidays];
}
