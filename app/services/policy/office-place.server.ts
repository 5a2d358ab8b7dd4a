import { z } from "zod";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { notFound, Problem } from "~/platform/problems.server";
import { type Day, isWeekend, type Weekend } from "~workflows";
import { holidaysFor, officeDay } from "../calendar.server";
import type { SignedInPerson } from "../sign-in.server";
import {
  CalendarError,
  listCountries,
  listRegions,
  type NamedHoliday,
  namedHolidays,
  type Place,
  usualWeekend,
} from "./holidays.server";

export const placeSchema = z.object({ country: z.string().max(3), region: z.string().max(20) });

/** A place with the weekend that is kept there; left out, it is the one that is usual in the country. */
export const savedPlaceSchema = placeSchema.extend({
  weekend: z.array(z.int()).min(1).max(2).refine(isWeekend, "The days of a weekend are 1 to 7, each once.").optional(),
});

/** A place with its regions to choose from, the weekend that is proposed for it, and what its calendar brings next. */
export interface PlaceView extends Place {
  weekend: Weekend;
  regions: { id: string; name: string }[];
  next: NamedHoliday[];
}

const SHOWN_HOLIDAYS = 5;

/** The office's own pages are for these two roles; for everybody else they do not exist. */
export function requireOfficeRole(me: SignedInPerson): void {
  if (!me.roles.includes("administrator") && !me.roles.includes("ombudsperson")) throw notFound();
}

/**
 * Sets the country and region whose public holidays the office keeps, and its weekend. Due days that stand already stay as they were told.
 *
 * Errors: Problem 404 for other roles, 400 for a country or region that the calendar library does not know.
 */
export async function savePlace(me: SignedInPerson, place: z.infer<typeof savedPlaceSchema>): Promise<void> {
  requireOfficeRole(me);
  const region = place.country === "" ? "" : place.region;
  const year = now().getUTCFullYear();
  await holidaysFor(place.country, region, year, year).catch(refuseUnknown);
  const { id } = await database().office.findFirstOrThrow({ select: { id: true } });
  const weekend = [...(place.weekend ?? usualWeekend(place.country))].sort().join();
  await database().office.update({ where: { id }, data: { country: place.country, region, weekend } });
}

/** The regions, the usual weekend and the next holidays of a place, so that it can be looked at before it is saved. */
export async function viewPlace(me: SignedInPerson, place: Place, language: string): Promise<PlaceView> {
  requireOfficeRole(me);
  const { timeZone } = await database().office.findFirstOrThrow({ select: { timeZone: true } });
  const next = await nextHolidays(place, officeDay(now(), timeZone), language).catch(refuseUnknown);
  const regions = place.country === "" ? [] : await listRegions(place.country, language);
  return { ...place, regions, weekend: usualWeekend(place.country), next };
}

/** The countries to choose from, by name in the reader's language where the platform knows one. */
export async function countryChoices(language: string): Promise<{ id: string; name: string }[]> {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const choices = (await listCountries(language)).map(({ id, name }) => ({ id, name: nameOf(names, id) ?? name }));
  return choices.sort((a, b) => a.name.localeCompare(b.name, language));
}

/** The library has codes of its own that are not those of countries. */
function nameOf(names: Intl.DisplayNames, id: string): string | undefined {
  return /^[A-Z]{2}$/.test(id) ? names.of(id) : undefined;
}

/** Several feasts can fall on one day; they are one line. */
async function nextHolidays(place: Place, today: Day, language: string): Promise<NamedHoliday[]> {
  const year = Number(today.slice(0, 4));
  const byDay = new Map<Day, string>();
  for (const { day, name } of await namedHolidays(place, year, year + 1, language)) {
    if (day >= today) byDay.set(day, [byDay.get(day), name].filter(Boolean).join(" · "));
  }
  return [...byDay].slice(0, SHOWN_HOLIDAYS).map(([day, name]) => ({ day, name }));
}

function refuseUnknown(error: unknown): never {
  if (!(error instanceof CalendarError)) throw error;
  const sentence =
    error.unknown === "country"
      ? "The calendar knows no such country. Nothing was changed."
      : "The calendar knows no such region in this country. Nothing was changed.";
  throw new Problem(400, sentence, { rule: error.unknown === "country" ? "unknownCountry" : "unknownRegion" });
}
