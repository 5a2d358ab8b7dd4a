import type Library from "date-holidays";
import type { HolidaysTypes } from "date-holidays";
import { type Day, SATURDAY_SUNDAY, type Weekend } from "~workflows";

/** A day on which the office does not work, with its name. */
export interface NamedHoliday {
  day: Day;
  name: string;
}

/** A place whose holidays the office keeps, as the library knows it: "DE", "BY" or "BY.A" for a part of a region. */
export interface Place {
  country: string;
  region: string;
}

/** The library does not know the country or the region; nothing else is ever guessed in its stead. */
export class CalendarError extends Error {
  override readonly name = "CalendarError";
  constructor(readonly unknown: "country" | "region") {
    super(`The calendar library knows no such ${unknown}.`);
  }
}

const HOUR_MS = 3_600_000;

/** Loaded when first needed: its data take some forty megabytes, which an office without a country never pays. */
async function library(): Promise<typeof Library> {
  return (await import("date-holidays")).default;
}

/** The countries and territories that the library knows, by code; the names are its own. */
export async function listCountries(language: string): Promise<{ id: string; name: string }[]> {
  const all = new (await library())().getCountries(language);
  return Object.entries(all).map(([id, name]) => ({ id, name }));
}

/** The regions of a country and their parts; an empty list where there are none or the country is unknown. */
export async function listRegions(country: string, language: string): Promise<{ id: string; name: string }[]> {
  const known = new (await library())();
  const regions: Record<string, string> = known.getStates(country, language) ?? {};
  return Object.entries(regions).flatMap(([id, name]) => [
    { id, name },
    ...Object.entries((known.getRegions(country, id, language) ?? {}) as Record<string, string>).map(([part, own]) => ({
      id: `${id}.${part}`,
      name: `${name}: ${own}`,
    })),
  ]);
}

/** What the platform knows of a locale's week; the types of the language do not name it yet. */
type WeekKnower = Intl.Locale & { getWeekInfo?: () => { weekend: number[] }; weekInfo?: { weekend: number[] } };

/** The weekend that is usual in a country: Saturday and Sunday for "", and where nothing is known. */
export function usualWeekend(country: string): Weekend {
  if (!/^[A-Z]{2}$/.test(country)) return SATURDAY_SUNDAY;
  const locale: WeekKnower = new Intl.Locale(`und-${country}`);
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.weekend ?? SATURDAY_SUNDAY;
}

/**
 * The public holidays of a place, observed and substitute days among them, in order.
 *
 * Shape:  an empty list for the country "". A holiday that begins at noon or later leaves a working day and is left out.
 * Errors: CalendarError for a country or region that the library does not know.
 */
export async function namedHolidays(place: Place, from: number, to: number, language = "en"): Promise<NamedHoliday[]> {
  if (place.country === "") return [];
  const calendar = await openCalendar(place);
  const years = Array.from({ length: to - from + 3 }, (_, nth) => from - 1 + nth);
  // A substitute day can fall into the year before, so the years on either side are asked too.
  const found = years.flatMap((year) => calendar.getHolidays(year, language)).flatMap(daysOf);
  return found
    .filter(({ day }) => day >= `${from}-01-01` && day <= `${to}-12-31`)
    .sort((a, b) => a.day.localeCompare(b.day));
}

async function openCalendar({ country, region }: Place): Promise<Library> {
  const Calendar = await library();
  const countries = await listCountries("en");
  if (!countries.some(({ id }) => id === country)) throw new CalendarError("country");
  if (region !== "" && !(await listRegions(country, "en")).some(({ id }) => id === region)) {
    throw new CalendarError("region");
  }
  const [state = "", part = ""] = region.split(".");
  return new Calendar({ country, ...(state && { state }), ...(part && { region: part }) }, { types: ["public"] });
}

/** The calendar days of one holiday. The library gives local text and absolute times; the text is the day in that country. */
function daysOf({ date, start, end, name }: HolidaysTypes.Holiday): NamedHoliday[] {
  if (Number(date.slice(11, 13)) >= 12) return [];
  // The day on which clocks go forward has 23 hours, and a feast that begins on its eve ends half a day after its last day.
  const length = Math.max(1, Math.floor((end.getTime() - start.getTime() + HOUR_MS) / (24 * HOUR_MS)));
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length }, (_, nth) => ({
    day: new Date(first + nth * 24 * HOUR_MS).toISOString().slice(0, 10),
    name,
  }));
}
