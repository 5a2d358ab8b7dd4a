import { wordlist } from "@scure/bip39/wordlists/english.js";
import { randomBytes } from "./bytes";

/** Six words of a list of 2048: 66 bits, each guess costing an Argon2id derivation. */
const SUGGESTED_WORDS = 6;
const BITS_PER_LIST_WORD = 11;

/** A word of everyday language, or a name: what a guesser tries first (about 8,000 of them). */
const BITS_PER_OTHER_WORD = 13;

/** What every guesser tries before anything else. */
const FIRST_GUESSES = /^(passw|pass$|qwert|azert|admin|letmein|welcome|iloveyou|abc|asdf|monkey|dragon|ombra)/i;

export type Strength = { bits: number; label: "weak" | "fair" | "good" | "strong" };

/**
 * Draws a passphrase.
 *
 * Shape: six words of the English BIP-39 list, with spaces: 66 bits.
 */
export function suggestPassphrase(): string {
  const random = new Uint16Array(randomBytes(SUGGESTED_WORDS * 2).buffer);
  // 2048 divides 65536, so every word is equally likely.
  return Array.from(random, (number) => wordlist[number % wordlist.length]).join(" ");
}

/**
 * Guesses how hard a passphrase is to guess, leaning to the low side.
 *
 * Units: bits; weak below 40, fair below 52, good below 64, strong from there. Advice for the page, not a proof: a
 *        line of a song counts as if its words had been drawn.
 */
export function estimateStrength(passphrase: string): Strength {
  const tokens = new Set(passphrase.normalize("NFC").split(/\s+/).filter(Boolean));
  const bits = Math.floor([...tokens].reduce((sum, token) => sum + tokenBits(token), 0));
  const label = bits < 40 ? "weak" : bits < 52 ? "fair" : bits < 64 ? "good" : "strong";
  return { bits, label };
}

function tokenBits(token: string): number {
  if (FIRST_GUESSES.test(token)) return 4;
  if (wordlist.includes(token.toLowerCase())) return BITS_PER_LIST_WORD;
  const characters = characterBits(token);
  // Letters with a few other characters at the end are a word with an ornament.
  const [word, ornament] = /^(\p{L}+)([^\p{L}]{0,4})$/u.exec(token)?.slice(1) ?? [];
  if (word === undefined || ornament === undefined) return characters;
  return Math.min(characters, BITS_PER_OTHER_WORD + Math.max(0, word.length - 12) + ornament.length * 2);
}

/** Characters as if drawn at random from the kinds in use; one that repeats or follows the last adds next to nothing. */
function characterBits(token: string): number {
  const kinds: [RegExp, number][] = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{N}/u, 10],
    [/[^\p{Ll}\p{Lu}\p{N}]/u, 30],
  ];
  const pool = kinds.reduce((sum, [kind, size]) => sum + (kind.test(token) ? size : 0), 0);
  const points = Array.from(token, (character) => character.codePointAt(0) ?? 0);
  const fresh = points.filter((point, i) => {
    const step = Math.abs(point - (points[i - 1] ?? -9));
    return step > 1 && points.indexOf(point) === i;
  });
  return fresh.length * Math.log2(pool || 1) + (points.length - fresh.length);
}
