import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";
import { type Day, SATURDAY_SUNDAY, type Weekend } from "~workflows";
import { CalendarError, namedHolidays } from "./policy/holidays.server";

/** How far ahead holidays are known: the longest limit that counts working days ends well before that. */
const YEARS_AHEAD = 4;

const zones = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day that it is in a time zone. A duty that is due today can be done until that day ends there.
 *
 * Shape:  `timeZone` is a name of the IANA list, as the office chose it when it was set up.
 * Errors: RangeError for a name that is not on the list.
 */
export function officeDay(now: Date, timeZone: string): Day {
  let format = zones.get(timeZone);
  if (!format) {
    const parts = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { timeZone, ...parts });
    zones.set(timeZone, format);
  }
  const found = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${found.year?.padStart(4, "0")}-${found.month}-${found.day}`;
}

const calendars = new Map<string, Promise<Day[]>>();

/**
 * The public holidays of a country and region, each day once, in order.
 *
 * Shape:  an empty list for the country "".
 * Units:  both years are included.
 * Errors: CalendarError for a country or region that the calendar library does not know.
 */
export function holidaysFor(country: string, region: string, fromYear: number, toYear: number): Promise<Day[]> {
  const key = [country, region, fromYear, toYear].join(" ");
  let days = calendars.get(key);
  if (!days) {
    days = namedHolidays({ country, region }, fromYear, toYear).then((all) => [...new Set(all.map(({ day }) => day))]);
    if (calendars.size > 200) calendars.clear();
    calendars.set(key, days);
    // What failed is asked anew the next time.
    days.catch(() => calendars.delete(key));
  }
  return days;
}

/** What of an office decides its calendar; the weekend as it is stored, "6,7" for Saturday and Sunday. */
export interface OfficePlace {
  country: string;
  region: string;
  timeZone: string;
  weekend: string;
}

export interface OfficeCalendar {
  today: Day;
  holidays: Day[];
  weekend: Weekend;
}

/** The weekend as it is stored. */
export function readWeekend(stored: string): number[] {
  return stored.split(",").map(Number);
}

/**
 * Today in the office's time zone, its weekend, and the holidays from last year to four years ahead.
 *
 * Shape: UTC, Saturday and Sunday, and no holidays while no office exists. A place that the library has forgotten gives no holidays, which makes
 *        limits shorter and never longer; the log says so.
 */
export async function officeCalendar(): Promise<OfficeCalendar> {
  const select = { country: true, region: true, timeZone: true, weekend: true };
  const office = await database().office.findFirst({ select });
  return calendarOf(office ?? { country: "", region: "", timeZone: "UTC", weekend: SATURDAY_SUNDAY.join() });
}

/** The same for an office that was read already. */
export async function calendarOf({ country, region, timeZone, weekend }: OfficePlace): Promise<OfficeCalendar> {
  const today = officeDay(now(), timeZone);
  const year = Number(today.slice(0, 4));
  const holidays = await holidaysFor(country, region, year - 1, year + YEARS_AHEAD).catch((error: unknown) => {
    if (!(error instanceof CalendarError)) throw error;
    log.warn({ country, region }, "the office's country is not in the calendar library: no holidays are counted");
    return [];
  });
  return { today, holidays, weekend: readWeekend(weekend) };
}
