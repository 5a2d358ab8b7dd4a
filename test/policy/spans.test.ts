import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpan, SpanError, writeSpan } from "~workflows/policy/spans";

test("days, working days and months are read, and nothing is a day like another", () => {
  expect(parseSpan("5d")).toEqual({ days: 5 });
  expect(parseSpan("5wd")).toEqual({ workingDays: 5 });
  expect(parseSpan("3m")).toEqual({ months: 3 });
  expect(parseSpan("0d")).toEqual({ days: 0 });
});

test.each([
  "",
  " ",
  "5",
  "d",
  "-5d",
  "+5d",
  "05d",
  "5 d",
  " 5d",
  "5d\n",
  "5.5d",
  "5D",
  "5y",
  "5h",
  "1e3d",
  "0wd",
  "0m",
  "3661d",
  "9999wd",
  "121m",
  "99999999999999999999d",
  "٥d",
  "5d5d",
  "NaNd",
  "Infinityd",
])("%j is not a span", (text) => {
  expect(() => parseSpan(text)).toThrow(SpanError);
});

test("what can be read is written the same way, and no other text is taken", () => {
  const anything = fc.oneof(fc.string(), fc.stringMatching(/^[0-9]{1,5}(d|wd|m)$/));
  fc.assert(
    fc.property(anything, (text) => {
      try {
        return writeSpan(parseSpan(text)) === text;
      } catch (error) {
        return error instanceof SpanError;
      }
    }),
  );
});

test("the error does not repeat what was written", () => {
  expect(() => parseSpan("the name of a witness")).toThrow(/^(?!.*witness)/);
});
