import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { type Bytes, fromHex, ownBytes, randomBytes, toHex, utf8 } from "./bytes";
import type { Fingerprint } from "./ids";
import { allLists, bareWord, ENGLISH, listOf, placeOn, type ReceiptList, splitWords } from "./receipt-lists";
import { suggestWords } from "./receipt-suggestions";

/** 128 bits and a 4-bit checksum (BIP-39). */
export const RECEIPT_WORDS = 12;

export type ReceiptFault = "length" | "word" | "checksum";

/**
 * A receipt that was not typed as it was shown.
 *
 * Shape:  `position` counts words from 1; `suggestions` are words that fit there, best first.
 *         The message repeats none of the words, and these fields must not be logged: they are most of a secret.
 */
export class ReceiptError extends Error {
  override readonly name = "ReceiptError";
  constructor(
    readonly fault: ReceiptFault,
    readonly position: number | undefined = undefined,
    readonly suggestions: string[] = [],
  ) {
    super(`The receipt cannot be read: its ${fault} is wrong.`);
  }
}

/** Draws a new receipt: twelve words, 128 random bits. It is shown once and never sent. */
export function drawReceipt(): string[] {
  return entropyToMnemonic(randomBytes(16), [...ENGLISH.words]).split(" ");
}

/**
 * The same receipt in the words of another language, to be shown.
 *
 * Shape:  twelve words and the language that they are in: English where the language has no list or it cannot be fetched.
 * Errors: ReceiptError if the words are no receipt.
 */
export async function translateReceipt(
  words: readonly string[],
  language: string,
): Promise<{ words: string[]; language: string }> {
  const [english, list] = [await parseReceipt(words.join(" ")), await listOf(language)];
  return {
    language: list.language,
    words: english.map((word) => list.words[ENGLISH.words.indexOf(word)] ?? word),
  };
}

/**
 * Reads a receipt as people type it, in any language that has a list, whatever the language of the page.
 *
 * Shape:  the twelve English words that stand for the same number: what everything else is made of.
 * Errors: ReceiptError: "length" (not twelve words), "word" (the first word that is not on the list, with suggestions),
 *         "checksum" (twelve words of a list that no receipt consists of). The list is the one that has most of the words.
 * Source: BIP-39.
 */
export async function parseReceipt(unsafeText: string): Promise<string[]> {
  const typed = splitWords(unsafeText);
  if (typed.length !== RECEIPT_WORDS) throw new ReceiptError("length");
  const inEnglish = readFrom(ENGLISH, typed);
  if (inEnglish) return inEnglish;
  // Some words stand on two lists. A receipt that is whole on one of them is meant by it.
  const lists = await allLists();
  for (const list of lists) {
    const english = readFrom(list, typed);
    if (english) return english;
  }
  throw slipIn(typed, lists);
}

/** Whether a word was typed back as it was shown; case and accents do not count. */
export function isSameWord(typed: string, word: string): boolean {
  return splitWords(typed).join(" ") === bareWord(word);
}

/** How many words were typed, numbers and signs aside. */
export function countReceiptWords(typed: string): number {
  return splitWords(typed).length;
}

/**
 * The three secrets of a receipt.
 *
 * Shape:  `locator` and `auth` are 64 hex characters each, sent to the server, which keeps their SHA-256;
 *         `wrapKey` is 32 bytes and never leaves the browser.
 * Units:  no slow hash: 128 bits cannot be guessed, and hardened browsers have no WebAssembly for one.
 * Errors: ReceiptError if the words are no receipt; EncodingError if the fingerprint is not hex.
 * Source: HKDF-SHA-256, RFC 5869; input is the 16 entropy bytes, so the language of the words
 *         does not matter; salt the office key's fingerprint, so that the same
 *         words mean nothing at another office.
 */
export async function deriveReceiptSecrets(
  words: readonly string[],
  officeFingerprint: Fingerprint,
): Promise<{ locator: string; auth: string; wrapKey: Bytes }> {
  const english = await parseReceipt(words.join(" "));
  const entropy = ownBytes(mnemonicToEntropy(english.join(" "), [...ENGLISH.words]));
  const secret = await crypto.subtle.importKey("raw", entropy, "HKDF", false, ["deriveBits"]);
  const salt = fromHex(officeFingerprint);
  const derive = async (label: string) => {
    const params = { name: "HKDF", hash: "SHA-256", salt, info: utf8(`ombra/v1/${label}`) };
    return new Uint8Array(await crypto.subtle.deriveBits(params, secret, 256));
  };
  const [locator, auth, wrapKey] = await Promise.all([derive("locator"), derive("auth"), derive("wrap-key")]);
  return { locator: toHex(locator), auth: toHex(auth), wrapKey };
}

/** The English words of what was typed, or null if this list has not all of it or the checksum is wrong. */
function readFrom(list: ReceiptList, typed: readonly string[]): string[] | null {
  const places = placesIn(list, typed);
  const english = places.map((place) => ENGLISH.words[place] ?? "");
  return places.includes(-1) || !hasChecksum(english) ? null : english;
}

function placesIn(list: ReceiptList, typed: readonly string[]): number[] {
  return typed.map((word) => placeOn(list, word));
}

function slipIn(typed: readonly string[], lists: readonly ReceiptList[]): ReceiptError {
  const known = lists.map((list) => ({ list, places: placesIn(list, typed) }));
  const count = ({ places }: { places: number[] }) => places.filter((place) => place >= 0).length;
  const { list, places } = known.reduce((best, one) => (count(one) > count(best) ? one : best));
  const position = places.indexOf(-1);
  // Four bits say that a word is wrong, not which one: a guess would be wrong more often than right.
  if (position < 0) return new ReceiptError("checksum");
  return new ReceiptError("word", position + 1, suggestWords(typed[position] ?? "", list.words));
}

function hasChecksum(words: readonly string[]): boolean {
  try {
    mnemonicToEntropy(words.join(" "), [...ENGLISH.words]);
    return true;
  } catch {
    return false;
  }
}
