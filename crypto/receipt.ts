import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { type Bytes, fromHex, ownBytes, randomBytes, toHex, utf8 } from "./bytes";
import type { Fingerprint } from "./ids";
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
  return entropyToMnemonic(randomBytes(16), wordlist).split(" ");
}

/**
 * Reads a receipt as people type it: any case, line breaks, commas, hyphens, and numbers before the words.
 *
 * Shape:  the twelve words, lower case.
 * Errors: ReceiptError: "length" (not twelve words), "word" (the first word that is not on the list, with suggestions),
 *         "checksum" (twelve words of the list that no receipt consists of).
 * Source: BIP-39, English list.
 */
export function parseReceipt(unsafeText: string): string[] {
  const words = splitWords(unsafeText);
  if (words.length !== RECEIPT_WORDS) throw new ReceiptError("length");
  words.forEach((word, index) => {
    if (!wordlist.includes(word)) throw new ReceiptError("word", index + 1, suggestWords(word));
  });
  // Four bits say that a word is wrong, not which one: a guess would be wrong more often than right.
  if (!hasChecksum(words)) throw new ReceiptError("checksum");
  return words;
}

/**
 * The three secrets of a receipt.
 *
 * Shape:  `locator` and `auth` are 64 hex characters each, sent to the server, which keeps their SHA-256;
 *         `wrapKey` is 32 bytes and never leaves the browser.
 * Units:  no slow hash: 128 bits cannot be guessed, and hardened browsers have no WebAssembly for one.
 * Errors: ReceiptError if the words are no receipt; EncodingError if the fingerprint is not hex.
 * Source: HKDF-SHA-256, RFC 5869; input is the 16 entropy bytes, salt the office key's fingerprint, so that the same
 *         words mean nothing at another office.
 */
export async function deriveReceiptSecrets(
  words: readonly string[],
  officeFingerprint: Fingerprint,
): Promise<{ locator: string; auth: string; wrapKey: Bytes }> {
  const entropy = ownBytes(mnemonicToEntropy(parseReceipt(words.join(" ")).join(" "), wordlist));
  const secret = await crypto.subtle.importKey("raw", entropy, "HKDF", false, ["deriveBits"]);
  const salt = fromHex(officeFingerprint);
  const derive = async (label: string) => {
    const params = { name: "HKDF", hash: "SHA-256", salt, info: utf8(`ombra/v1/${label}`) };
    return new Uint8Array(await crypto.subtle.deriveBits(params, secret, 256));
  };
  const [locator, auth, wrapKey] = await Promise.all([derive("locator"), derive("auth"), derive("wrap-key")]);
  return { locator: toHex(locator), auth: toHex(auth), wrapKey };
}

function splitWords(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\s\p{P}\p{S}]+/u)
    .map((word) => word.replace(/^\p{N}+/u, ""))
    .filter((word) => word !== "");
}

function hasChecksum(words: readonly string[]): boolean {
  try {
    mnemonicToEntropy(words.join(" "), wordlist);
    return true;
  } catch {
    return false;
  }
}
