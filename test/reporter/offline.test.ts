import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES, type Language } from "~/locales/languages";
import { offlineWords } from "~/locales/offline-words.server";
import { reporterWords } from "~/locales/reporter-words.server";
import { compareClock } from "~/reporter/offline/clock";
import { switchableWords } from "~/reporter/offline/switchable-words";
import { makeWords } from "~/reporter/words";

type Tree = { [key: string]: string | Tree };
const languages = Object.keys(LANGUAGES) as Language[];
const keysOf = (tree: Tree, path = ""): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [path + key] : keysOf(value, `${path}${key}.`),
  );
const read = (language: string, namespace: string) =>
  JSON.parse(readFileSync(join("app/locales", language, `${namespace}.json`), "utf8")) as Tree;

test.each(languages)("each word that the offline page says differently is one that the form says (%s)", (language) => {
  const form = keysOf(JSON.parse(reporterWords(language, "report")) as Tree);
  const strange = keysOf(read(language, "offline").instead as Tree).filter((key) => !form.includes(key));
  expect(strange).toEqual([]);
});

test.each(languages)("the offline page never says that something was sent or is being sent (%s)", (language) => {
  const { t } = makeWords(offlineWords(language), language);
  const online = makeWords(JSON.parse(reporterWords(language, "report")), language);
  for (const key of ["review.send", "send.title", "send.lead", "failure.title", "failure.openTitle", "broken.text"])
    expect(t(key), key).not.toBe(online.t(key));
});

test.each(languages)("every word that the offline page asks for exists in %s", (language) => {
  const { has } = makeWords(offlineWords(language), language);
  const folder = join("app", "reporter", "offline");
  const source = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const asked = source.flatMap((text) => [...text.matchAll(/\bt\("([\w.]+)"/g)].map(([, key = ""]) => key));
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((key) => !has(key))).toEqual([]);
  expect(["behind", "old"].filter((fault) => !has(`offline.page.${fault}`))).toEqual([]);
});

test("the clock: a year behind and a year ahead are said, a day of difference is not", () => {
  expect(compareClock("2025-11-25", "2026-11-20")).toBe("behind");
  expect(compareClock("2027-11-25", "2026-11-20")).toBe("old");
  expect(["2026-11-19", "2026-11-20", "2027-03-01"].map((today) => compareClock(today, "2026-11-20"))).toEqual([
    null,
    null,
    null,
  ]);
});

test("the form speaks another language from the moment it is chosen", () => {
  const [english, arabic] = (["en", "ar"] as const).map((one) => makeWords(offlineWords(one), one));
  if (!english || !arabic) throw new Error("A language is missing.");
  const { words, speak } = switchableWords(english);
  const { t } = words;
  expect([t("form.next"), words.language]).toEqual([english.t("form.next"), "en"]);
  speak(arabic);
  expect([t("form.next"), words.language, words.form]).toEqual([arabic.t("form.next"), "ar", arabic.form]);
  expect(words.day("2026-11-30")).toBe(arabic.day("2026-11-30"));
});
