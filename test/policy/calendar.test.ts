import { afterEach, expect, test } from "vitest";
import { holidaysFor, officeCalendar, officeDay } from "~/services/calendar.server";
import { establishFacts } from "~/services/case-facts.server";
import { CalendarError } from "~/services/policy/holidays.server";
import { savedPlaceSchema, savePlace, viewPlace } from "~/services/policy/office-place.server";
import { addWorkingDays, SATURDAY_SUNDAY } from "~workflows/days";
import { ADA, OLGA, openOffice, TARA } from "./support/office";

const at = (text: string) => new Date(text);
const zoneOfTests = process.env.TZ;
let close: () => Promise<void> = async () => undefined;
afterEach(async () => {
  await close();
  close = async () => undefined;
  if (zoneOfTests === undefined) delete process.env.TZ;
  else process.env.TZ = zoneOfTests;
});

test("at one moment it is another day on either side of the date line", () => {
  const moment = at("2026-11-23T10:30:00Z");
  expect(officeDay(moment, "Pacific/Kiritimati")).toBe("2026-11-24");
  expect(officeDay(moment, "Europe/Berlin")).toBe("2026-11-23");
  expect(officeDay(moment, "Pacific/Pago_Pago")).toBe("2026-11-22");
});

test("the day ends at midnight in the office, also over the new year", () => {
  expect(officeDay(at("2027-01-01T07:59:59Z"), "America/Los_Angeles")).toBe("2026-12-31");
  expect(officeDay(at("2027-01-01T08:00:00Z"), "America/Los_Angeles")).toBe("2027-01-01");
  expect(officeDay(at("2026-12-31T09:59:59Z"), "Pacific/Kiritimati")).toBe("2026-12-31");
  expect(officeDay(at("2026-12-31T10:00:00Z"), "Pacific/Kiritimati")).toBe("2027-01-01");
});

test("days on which clocks change have one midnight, wherever it falls", () => {
  // Los Angeles: 8 March 2026 has 23 hours, 1 November 2026 has 25.
  expect(officeDay(at("2026-03-08T07:59:59Z"), "America/Los_Angeles")).toBe("2026-03-07");
  expect(officeDay(at("2026-03-08T08:00:00Z"), "America/Los_Angeles")).toBe("2026-03-08");
  expect(officeDay(at("2026-03-09T06:59:59Z"), "America/Los_Angeles")).toBe("2026-03-08");
  expect(officeDay(at("2026-03-09T07:00:00Z"), "America/Los_Angeles")).toBe("2026-03-09");
  expect(officeDay(at("2026-11-02T07:59:59Z"), "America/Los_Angeles")).toBe("2026-11-01");
  // Cairo: midnight itself is skipped on 24 April 2026.
  expect(officeDay(at("2026-04-23T21:59:59Z"), "Africa/Cairo")).toBe("2026-04-23");
  expect(officeDay(at("2026-04-23T22:00:00Z"), "Africa/Cairo")).toBe("2026-04-24");
});

test("every moment of a year falls on the day before, the same or the next day in any zone, and days never run back", () => {
  for (const zone of ["Pacific/Kiritimati", "America/Los_Angeles", "Africa/Cairo", "Asia/Kathmandu"]) {
    let last = "";
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const day = officeDay(new Date(Date.UTC(2026, 0, 1, hour)), zone);
      expect(day >= last).toBe(true);
      last = day;
    }
  }
});

test("a zone that does not exist is refused", () => {
  expect(() => officeDay(at("2026-01-01T00:00:00Z"), "Mars/Olympus")).toThrow(RangeError);
});

test("Germany, Bavaria, France, England and Japan have their own public holidays", async () => {
  const [de, by, fr, eng, jp] = await Promise.all([
    holidaysFor("DE", "", 2026, 2026),
    holidaysFor("DE", "BY", 2026, 2026),
    holidaysFor("FR", "", 2026, 2026),
    holidaysFor("GB", "ENG", 2026, 2026),
    holidaysFor("JP", "", 2026, 2026),
  ]);
  expect(de).toEqual(
    [
      ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14"],
      ["2026-05-25", "2026-10-03", "2026-12-25", "2026-12-26"],
    ].flat(),
  );
  expect(by).toContain("2026-01-06");
  expect(de).not.toContain("2026-01-06");
  expect(fr).toContain("2026-07-14");
  expect(fr).not.toContain("2026-04-03");
  // Boxing Day is a Saturday: the Monday after it is kept instead.
  expect(eng).toContain("2026-12-28");
  expect(jp).toContain("2026-05-06");
});

test("a part of a region adds what only it keeps", async () => {
  expect(await holidaysFor("DE", "BY.A", 2026, 2026)).toContain("2026-08-08");
  expect(await holidaysFor("DE", "BY", 2026, 2026)).not.toContain("2026-08-08");
});

test("a substitute day that falls into the year before is known in that year", async () => {
  // 1 January 2028 is a Saturday.
  expect(await holidaysFor("US", "", 2027, 2027)).toContain("2027-12-31");
});

test("a feast of several days takes all of them, also when clocks change in it, and half a holiday is a working day", async () => {
  const bosnia = await holidaysFor("BA", "", 2025, 2025);
  expect(bosnia).toEqual(expect.arrayContaining(["2025-03-30", "2025-03-31", "2025-04-01"]));
  expect(await holidaysFor("EG", "", 2026, 2026)).toEqual(
    expect.arrayContaining(["2026-05-27", "2026-05-28", "2026-05-29", "2026-05-30"]),
  );
  const turkey = await holidaysFor("TR", "", 2026, 2026);
  expect(turkey).toEqual(expect.arrayContaining(["2026-03-20", "2026-03-21", "2026-03-22"]));
  expect(turkey).not.toContain("2026-03-23");
  // Women's Day in China is free in the afternoon only.
  expect(await holidaysFor("CN", "", 2027, 2027)).not.toContain("2027-03-08");
});

test.each(["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])(
  "the holidays do not depend on where the server stands (%s)",
  async (zone) => {
    process.env.TZ = zone;
    // A range of years of its own keeps the answer from being an earlier test's.
    const to = { "Pacific/Kiritimati": 2031, "America/Los_Angeles": 2032, UTC: 2033 }[zone] ?? 2034;
    const days = await holidaysFor("DE", "", 2026, to);
    expect(days.filter((day) => day.startsWith("2026-1"))).toEqual(["2026-10-03", "2026-12-25", "2026-12-26"]);
  },
);

test("without a country there are no holidays; an unknown one is an error, also with an odd name", async () => {
  expect(await holidaysFor("", "", 2026, 2026)).toEqual([]);
  for (const country of ["ZZ", "de", "__proto__", "constructor", "DE.BY"]) {
    await expect(holidaysFor(country, "", 2026, 2026)).rejects.toThrow(CalendarError);
  }
  for (const region of ["ZZ", "by", "BY.ZZ", "__proto__", "BY.A.B"]) {
    await expect(holidaysFor("DE", region, 2026, 2026)).rejects.toThrow(CalendarError);
  }
});

test("five working days over Easter end a week and two holidays later", async () => {
  const holidays = await holidaysFor("DE", "", 2026, 2026);
  expect(addWorkingDays("2026-04-01", 5, { holidays, weekend: SATURDAY_SUNDAY })).toBe("2026-04-10");
  expect(addWorkingDays("2026-04-01", 5)).toBe("2026-04-08");
});

test("the office's calendar covers last year to four years ahead, and follows what the office sets", async () => {
  const office = await openOffice();
  close = office.close;
  expect((await officeCalendar()).holidays).toEqual([]);
  await savePlace(ADA, { country: "DE", region: "BE" });
  const { today, holidays } = await officeCalendar();
  const year = Number(today.slice(0, 4));
  for (let one = year - 1; one <= year + 4; one++) expect(holidays).toContain(`${one}-03-08`);
  expect(holidays.some((day) => day < `${year - 1}-01-01` || day > `${year + 4}-12-31`)).toBe(false);
  await savePlace(OLGA, { country: "", region: "BE" });
  expect((await officeCalendar()).holidays).toEqual([]);
});

test("an office of another week counts by it: proposed from the country, chosen otherwise, kept by what runs", async () => {
  const office = await openOffice();
  close = office.close;
  expect((await officeCalendar()).weekend).toEqual([6, 7]);
  expect((await viewPlace(ADA, { country: "EG", region: "" }, "en")).weekend).toEqual([5, 6]);
  await savePlace(ADA, { country: "EG", region: "" });
  expect((await officeCalendar()).weekend).toEqual([5, 6]);
  await savePlace(OLGA, { country: "EG", region: "", weekend: [7, 5] });
  expect((await officeCalendar()).weekend).toEqual([5, 7]);
  expect((await establishFacts("no case")).weekend).toEqual([5, 7]);
  for (const weekend of [[], [6, 6], [0], [8], [1.5], [5, 6, 7]]) {
    expect(savedPlaceSchema.safeParse({ country: "", region: "", weekend }).success).toBe(false);
  }
});

test("a place that nobody knows is refused in words, and nothing is saved", async () => {
  const office = await openOffice();
  close = office.close;
  await savePlace(ADA, { country: "FR", region: "" });
  await expect(savePlace(ADA, { country: "ZZ", region: "" })).rejects.toThrow(/no such country/);
  await expect(savePlace(ADA, { country: "FR", region: "BY" })).rejects.toThrow(/no such region/);
  expect(await office.db.office.findFirstOrThrow()).toMatchObject({ country: "FR", region: "" });
});

test("a country that the library has forgotten gives no holidays instead of stopping the office", async () => {
  const office = await openOffice();
  close = office.close;
  await office.db.office.updateMany({ data: { country: "XX" } });
  expect((await officeCalendar()).holidays).toEqual([]);
});

test("only an administrator or ombudsperson sees or sets the calendar", async () => {
  const office = await openOffice();
  close = office.close;
  await expect(savePlace(TARA, { country: "DE", region: "" })).rejects.toMatchObject({ status: 404 });
  await expect(viewPlace(TARA, { country: "DE", region: "" }, "en")).rejects.toMatchObject({ status: 404 });
  const view = await viewPlace(ADA, { country: "DE", region: "BY" }, "en");
  expect(view.next).toHaveLength(5);
  expect(view.regions.map(({ id }) => id)).toEqual(expect.arrayContaining(["BY", "BY.A", "BE"]));
});
