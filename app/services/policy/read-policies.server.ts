import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { FACTORS, POLICIES } from "~workflows/policy";
import { officeDay, readWeekend } from "../calendar.server";
import type { SignedInPerson } from "../sign-in.server";
import { STATUTORY_DUTIES } from "./check-deadlines.server";
import { currentPolicy } from "./current-policy.server";
import type { Place } from "./holidays.server";
import { countryChoices, type PlaceView, requireOfficeRole, viewPlace } from "./office-place.server";
import { publishedPolicy } from "./published.server";
import { reviewState } from "./review-dates.server";

const SHOWN_CHANGES = 20;

/**
 * Everything that the office's policy page shows: the policies with their review dates, the deadlines and weights that hold
 * with the office's own marked, what was changed last, and the calendar.
 *
 * Errors: Problem 404 for anybody but an administrator or ombudsperson.
 */
export async function readPolicies(me: SignedInPerson, language: string) {
  requireOfficeRole(me);
  const db = database();
  const office = await db.office.findFirstOrThrow({
    select: { country: true, region: true, timeZone: true, weekend: true },
  });
  const today = officeDay(now(), office.timeZone);
  const [deadlines, weights, changes, countries] = await Promise.all([
    currentPolicy("deadlines"),
    currentPolicy("tiers"),
    readChanges(),
    countryChoices(language),
  ]);
  const published = publishedPolicy("deadlines").entries;
  const place = { country: office.country, region: office.region };
  return {
    today,
    mayChange: me.roles.includes("ombudsperson"),
    policies: POLICIES.map(({ id, version, owner, source, reviewBy }) => ({
      ...{ id, version, owner, source, reviewBy },
      own: id === "deadlines" ? ownNumber(deadlines.version) : id === "tiers" ? ownNumber(weights.version) : 0,
      state: reviewState({ reviewBy }, today),
    })),
    deadlines: Object.entries(deadlines.entries).map(([duty, spans]) => ({
      duty,
      spans: [...spans],
      published: [...(published[duty] ?? [])],
      isStatutory: STATUTORY_DUTIES.includes(duty),
    })),
    weights: FACTORS.map(({ id, weight }) => ({
      factor: id,
      weight: weights.entries[id] ?? weight,
      published: weight,
    })),
    changes,
    calendar: {
      timeZone: office.timeZone,
      countries,
      place: {
        ...(await viewPlace(me, place, language).catch((error: unknown) => showAsItStands(error, place))),
        weekend: readWeekend(office.weekend),
      },
    },
  };
}

export type PoliciesView = Awaited<ReturnType<typeof readPolicies>>;

function ownNumber(version: string): number {
  return Number(version.split("+")[1] ?? 0);
}

/** A place that the library has forgotten is shown as it stands, so that another can be chosen. */
function showAsItStands(error: unknown, place: Place): Omit<PlaceView, "weekend"> {
  if (error instanceof Problem) return { ...place, regions: [], next: [] };
  throw error;
}

async function readChanges() {
  const rows = await database().policyVersion.findMany({
    orderBy: [{ day: "desc" }, { number: "desc" }],
    take: SHOWN_CHANGES,
    select: { policy: true, number: true, reason: true, by: true, day: true },
  });
  const people = await database().person.findMany({
    where: { id: { in: rows.map(({ by }) => by) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return rows.map(({ by, ...row }) => ({ ...row, by: names.get(by) ?? "" }));
}
