import { entropyToMnemonic } from "@scure/bip39";
import { wordlist as french } from "@scure/bip39/wordlists/french.js";
import { wordlist as chinese } from "@scure/bip39/wordlists/simplified-chinese.js";
import { wordlist as spanish } from "@scure/bip39/wordlists/spanish.js";
import { describe, expect, test } from "vitest";
import {
  countReceiptWords,
  deriveReceiptSecrets,
  drawReceipt,
  isSameWord,
  parseReceipt,
  translateReceipt,
} from "../../crypto/receipt";
import { bareWord } from "../../crypto/receipt-lists";
import { refusal } from "./support";

const OFFICE = "00112233445566778899aabbccddeeff00112233";
const ENTROPY = Buffer.from("9e885d952ad362caeb4efe34a8e91bd2", "hex");
const ENGLISH = "ozone drill grab fiber curtain grace pudding thank cruise elder eight picnic".split(" ");
/** The same number in other languages. Source: BIP-39 lists, written by @scure/bip39. */
const OTHERS = [
  ["fr", french],
  ["es", spanish],
  ["zh", chinese],
] as const;
const phraseIn = (list: readonly string[]) => entropyToMnemonic(ENTROPY, [...list]).split(" ");

describe.each(OTHERS)("a receipt in %s", (language, list) => {
  const words = phraseIn(list).map((word) => word.normalize("NFC"));

  test("is the English one in other words", async () => {
    expect(await translateReceipt(ENGLISH, language)).toEqual({ words, language });
    expect(await parseReceipt(words.join(" "))).toEqual(ENGLISH);
  });

  test("opens the same mailbox, whatever language it is typed in", async () => {
    const [there, here] = [await deriveReceiptSecrets(ENGLISH, OFFICE), await deriveReceiptSecrets(words, OFFICE)];
    expect(here).toEqual(there);
  });

  test("is read as people type it: without accents, in capitals, numbered, composed or decomposed", async () => {
    const typed = [
      words.map(bareWord).join(" "),
      words.join(" ").toUpperCase(),
      words.join(" ").normalize("NFD"),
      words.map((word, index) => `${index + 1}. ${word}`).join("\n"),
      ...(language === "zh" ? [words.join("")] : []),
    ];
    for (const text of typed) {
      expect(countReceiptWords(text)).toBe(12);
      expect(await parseReceipt(text)).toEqual(ENGLISH);
    }
  });

  test("no two words of the list are alike without accents", () => {
    expect(new Set(list.map(bareWord)).size).toBe(2048);
  });

  test("any receipt that is drawn comes back from it", async () => {
    for (let round = 0; round < 40; round++) {
      const drawn = drawReceipt();
      const shown = await translateReceipt(drawn, language);
      expect(await parseReceipt(shown.words.join(" "))).toEqual(drawn);
    }
  });
});

test("a slip in French is answered with French words", async () => {
  const words = phraseIn(french).map((word) => word.normalize("NFC"));
  const typed = bareWord(words[3] ?? "").slice(0, -1);
  const refused = await refusal(parseReceipt(words.with(3, typed).join(" ")));
  expect(refused).toMatchObject({ fault: "word", position: 4 });
  expect(refused.suggestions).toContain(words[3]);
});

test("a wrong Chinese character is named by its place, and nothing is guessed", async () => {
  const refused = await refusal(parseReceipt(phraseIn(chinese).with(7, "龘").join("")));
  expect(refused).toMatchObject({ fault: "word", position: 8, suggestions: [] });
});

test.each(["ar", "ru", "fa", "xx", "__proto__"])(
  "a language without a list, such as %s, shows English words",
  async (language) => {
    expect(await translateReceipt(ENGLISH, language)).toEqual({ words: ENGLISH, language: "en" });
  },
);

test("a word is typed back with or without its accents, and no other word passes for it", () => {
  expect(isSameWord(" Éclair ", "éclair")).toBe(true);
  expect(isSameWord("eclair", "éclair")).toBe(true);
  expect(isSameWord("éclairer", "éclair")).toBe(false);
  expect(isSameWord("", "éclair")).toBe(false);
});
