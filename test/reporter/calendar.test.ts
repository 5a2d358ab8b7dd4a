import ICAL from "ical.js";
import { expect, test } from "vitest";
import { writeCalendar } from "~/reporter/keep/calendar";

const ID = "0123456789abcdef0123456789abcdef";

/** The entries as a calendar program reads them. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((entry) => {
    const event = new ICAL.Event(entry);
    return { title: event.summary, start: event.startDate.toString(), allDay: event.startDate.isDate, id: event.uid };
  });
}

test("each day becomes an entry for the whole day, under the title alone", () => {
  const text = writeCalendar({ days: ["2026-12-02", "2027-02-28"], title: "Reminder", id: ID });
  expect(read(text)).toEqual([
    { title: "Reminder", start: "2026-12-02", allDay: true, id: `${ID}-0` },
    { title: "Reminder", start: "2027-02-28", allDay: true, id: `${ID}-1` },
  ]);
  const names = text.split("\r\n").map((line) => line.split(/[:;]/)[0]);
  expect([...new Set(names)].sort()).toEqual(
    ["", "BEGIN", "DTSTAMP", "DTSTART", "END", "PRODID", "SUMMARY", "TRANSP", "UID", "VERSION"].sort(),
  );
});

test.each([
  "Tea; milk, and \\ sugar",
  "موعد عند طبيب الأسنان، ثم شراء الخبز والزيتون والجبن من السوق القديم قبل الساعة الثالثة بعد الظهر",
  "看牙医".repeat(40),
  "🙂".repeat(60),
])("any title comes back as it was typed, in lines that every calendar takes: %s", (title) => {
  const text = writeCalendar({ days: ["2026-12-02"], title, id: ID });
  expect(read(text)[0]?.title).toBe(title);
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test("a title cannot bring lines of its own", () => {
  const title = "Tea\r\nURL:https://office.example\nBEGIN:VALARM";
  const text = writeCalendar({ days: ["2026-12-02"], title, id: ID });
  expect(text).not.toMatch(/^(URL|BEGIN:VALARM)/m);
  expect(read(text)).toHaveLength(1);
});
