import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { offeredLanguages } from "~/locales/catalogues.server";
import { DESK_LANGUAGES, LANGUAGES } from "~/locales/languages";
import { type Catalogue, isKnownMessage, messagesOf, missingMessages, neededMessages } from "~/locales/messages";
import { NAMESPACES } from "~/locales/namespaces";
import { readCatalogue } from "./support/catalogues";
import { findFault } from "./support/faults";
import { MAY_BE_ALIKE } from "./support/same-words";
import { keyReader } from "./support/used-keys";

/** The languages that an office may count on: their part for the reporter is complete. The others are being written. */
const PROMISED = ["en", "ar", "fr", "es", "ru", "zh", "fa"];

const english = (namespace: string) => readCatalogue("en", namespace) as Catalogue;
const begun = (language: string) =>
  NAMESPACES.flatMap((namespace) => {
    const own = readCatalogue(language, namespace);
    return own ? [{ namespace, own, needed: neededMessages(language, namespace, english(namespace)) }] : [];
  });

test.each(PROMISED)("no message is missing in %s", (language) => {
  const missing = NAMESPACES.flatMap((namespace) => {
    const own = readCatalogue(language, namespace) ?? {};
    return [...missingMessages(language, namespace, english(namespace), own).keys()].map(
      (key) => `${namespace}:${key}`,
    );
  });
  expect(missing).toEqual([]);
});

test("the languages that are offered are those that are complete", () => {
  expect(offeredLanguages()).toEqual(PROMISED);
});

describe.each(Object.keys(LANGUAGES))("in %s", (language) => {
  test("no message is there that no page reads in this language", () => {
    const extra = begun(language).flatMap(({ namespace, own, needed }) =>
      [...messagesOf(own).keys()].filter((key) => !isKnownMessage(key, needed)).map((key) => `${namespace}:${key}`),
    );
    expect(extra).toEqual([]);
  });

  if (language === "en") return;
  test("every message is translated, whole and well written", () => {
    const faults = begun(language).flatMap(({ namespace, own, needed }) =>
      [...messagesOf(own)].flatMap(([key, text]) => {
        const fault = findFault({
          language,
          namespace,
          key,
          english: needed.get(key) ?? needed.get(key.replace(/_zero$/, "_other")) ?? text,
          text,
        });
        return fault ? [`${namespace}:${key} ${fault}: ${text}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });
});

test("every catalogue of the desk's languages is declared, and every declared one is there", () => {
  for (const language of DESK_LANGUAGES) {
    const files = readdirSync(`app/locales/${language}`).map((name) => name.replace(/\.json$/, ""));
    expect(files.sort()).toEqual([...NAMESPACES].sort());
  }
});

test("every English message is read by some code", () => {
  const isRead = keyReader();
  const unread = NAMESPACES.flatMap((namespace) =>
    [...messagesOf(english(namespace)).keys()]
      .filter((key) => !isRead(namespace, key))
      .map((key) => `${namespace}:${key}`),
  );
  expect(unread.join("\n")).toBe("");
});

test("a message that no code reads is noticed", () => {
  expect(keyReader()("public", "landing.neverWritten")).toBe(false);
});

test.each([
  ["the English text", { language: "fr", text: "You can leave now." }, "is the English text"],
  ["English words", { language: "ru", text: "Вы можете leave." }, "has English words in it: leave"],
  ["a placeholder that the page does not fill", { language: "fr", text: "Bonjour {{nom}}." }, "puts in {{nom}}"],
])("a translation with %s is noticed", (_what, { language, text }, says) => {
  const english = "You can leave now.";
  expect(findFault({ language, namespace: "public", key: "a", english, text })).toContain(says);
  expect(findFault({ language, namespace: "public", key: "a", english: "Hello {{name}}", text: "…" })).toContain(
    "leaves out {{name}}",
  );
});

test("every message that may read as in English does so", () => {
  const stale = Object.entries(MAY_BE_ALIKE).flatMap(([language, messages]) =>
    Object.keys(messages).filter((message) => {
      const [namespace = "", key = ""] = message.split(":");
      const text = (one: string) => messagesOf(readCatalogue(one, namespace) ?? {}).get(key);
      return text(language) === undefined || text(language) !== text("en");
    }),
  );
  expect(stale).toEqual([]);
});
