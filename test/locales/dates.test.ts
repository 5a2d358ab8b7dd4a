import { expect, test } from "vitest";
import { LANGUAGES } from "~/locales/languages";
import { writeDay, writeLanguages } from "~/locales/write-day";

test.each([
  ["en", "30 November 2026"],
  ["fr", "30 novembre 2026"],
  ["es", "30 de noviembre de 2026"],
  ["ru", "30 ноября 2026 г."],
  ["zh", "2026年11月30日"],
  ["ar", "30 نوفمبر 2026"],
])("a day is written out in %s", (language, written) => {
  expect(writeDay("2026-11-30", language)).toBe(written);
});

test("Persian names the day in the common calendar and beside it in its own", () => {
  expect(writeDay("2026-11-30", "fa")).toBe("30 نوامبر 2026 (9 آذر 1405)");
});

test("a day has Western digits in every language", () => {
  for (const language of Object.keys(LANGUAGES)) expect(writeDay("2026-03-01", language)).toMatch(/\b2026/);
});

test("languages are named in the language of the page", () => {
  expect(writeLanguages(["en", "fr"], "fr")).toBe("anglais et français");
  expect(writeLanguages(["zh"], "en")).toBe("Chinese");
});
