import { expect, test } from "vitest";
import { addDays, addMonths, addWorkingDays, DayError, isWeekend, SATURDAY_SUNDAY } from "~workflows";

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-11-30", 3, "2027-02-28"],
  ["2026-10-15", 3, "2027-01-15"],
  ["2028-02-29", 12, "2029-02-28"],
])("%s plus %i months is %s: a shorter month ends on its last day", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  ["2026-03-02", 5, [], "2026-03-09"],
  ["2026-03-06", 1, [], "2026-03-09"],
  ["2026-03-07", 1, [], "2026-03-09"],
  ["2026-03-08", 10, [], "2026-03-20"],
  ["1969-12-31", 1, [], "1970-01-01"],
  ["2026-04-02", 1, ["2026-04-03", "2026-04-06"], "2026-04-07"],
  ["2026-12-23", 3, ["2026-12-25", "2026-12-26"], "2026-12-29"],
])("%s plus %i working days without %j is %s", (day, workingDays, holidays, expected) => {
  expect(addWorkingDays(day, workingDays, { holidays, weekend: SATURDAY_SUNDAY })).toBe(expected);
});

test.each([
  // 5 March 2026 is a Thursday.
  ["2026-03-05", 1, [5, 6], "2026-03-08"],
  ["2026-03-05", 5, [5, 6], "2026-03-12"],
  ["2026-03-05", 1, [5], "2026-03-07"],
  ["2026-03-05", 2, [7], "2026-03-07"],
  ["2026-03-05", 2, [4, 7], "2026-03-07"],
  ["1969-12-31", 2, [5, 6], "1970-01-04"],
])("%s plus %i working days is, where the weekend is %j, %s", (day, workingDays, weekend, expected) => {
  expect(addWorkingDays(day, workingDays, { holidays: [], weekend })).toBe(expected);
});

test.each([[[]], [[1, 2, 3]], [[6, 6]], [[0, 7]], [[8]], [[1.5]], [[1, 2, 3, 4, 5, 6, 7]]])(
  "%j is no weekend, and nothing is counted with it",
  (weekend) => {
    expect(isWeekend(weekend)).toBe(false);
    expect(() => addWorkingDays("2026-03-05", 1, { holidays: [], weekend })).toThrow(RangeError);
  },
);

test("calendar days count through weekends, month ends and leap days", () => {
  expect(addDays("2028-02-27", 3)).toBe("2028-03-01");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
});

test.each(["2026-02-29", "2026-13-01", "02.03.2026", ""])("%j is no day", (value) => {
  expect(() => addDays(value, 1)).toThrow(DayError);
});
