import { wordlist as english } from "@scure/bip39/wordlists/english.js";

/** 2048 words, each as it is shown. */
export type ReceiptList = { language: string; words: readonly string[] };

/** The list that stands in every program here; the others are fetched when a page needs them. */
export const ENGLISH: ReceiptList = { language: "en", words: english };

/**
 * The other lists, by the language of the pages. Arabic, Persian and Russian have none.
 *
 * Source: BIP-39 word lists; none has two words that are alike without their accents.
 */
const OTHERS: { [language: string]: () => Promise<{ wordlist: string[] }> } = {
  fr: () => import("@scure/bip39/wordlists/french.js"),
  es: () => import("@scure/bip39/wordlists/spanish.js"),
  zh: () => import("@scure/bip39/wordlists/simplified-chinese.js"),
};

/** The list of a language; the English one where it has none or where it cannot be fetched. */
export async function listOf(language: string): Promise<ReceiptList> {
  const load = Object.hasOwn(OTHERS, language) ? OTHERS[language] : undefined;
  if (!load) return ENGLISH;
  try {
    return { language, words: (await load()).wordlist.map((word) => word.normalize("NFC")) };
  } catch {
    return ENGLISH;
  }
}

/** Every list that can be had, the English one first. */
export async function allLists(): Promise<ReceiptList[]> {
  const others = await Promise.all(Object.keys(OTHERS).map(listOf));
  return [ENGLISH, ...others.filter((list) => list !== ENGLISH)];
}

const places = new Map<string, ReadonlyMap<string, number>>();

/** Where a word, given as it is compared, stands on a list; -1 where it does not. */
export function placeOn(list: ReceiptList, bare: string): number {
  let of = places.get(list.language);
  if (!of) {
    of = new Map(list.words.map((word, place) => [bareWord(word), place]));
    places.set(list.language, of);
  }
  return of.get(bare) ?? -1;
}

/** Whether a word stands on one of these lists, however it was typed. */
export function isReceiptWord(typed: string, lists: readonly ReceiptList[]): boolean {
  return lists.some((list) => placeOn(list, bareWord(typed.trim())) >= 0);
}

/** A word as it is compared: letters alone, small, without accents. */
export function bareWord(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/**
 * The words in a text that somebody typed: any case and accents, line breaks, commas, hyphens, and numbers before them.
 *
 * Shape: as they are compared (`bareWord`). Chinese is written without spaces; each character is a word.
 */
export function splitWords(text: string): string[] {
  return bareWord(text)
    .replace(/\p{Script=Han}/gu, " $& ")
    .split(/[\s\p{P}\p{S}\p{Cf}]+/u)
    .map((word) => word.replace(/^\p{N}+/u, ""))
    .filter((word) => word !== "");
}
