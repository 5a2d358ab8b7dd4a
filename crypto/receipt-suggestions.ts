import { bareWord } from "./receipt-lists";

const MAX_SUGGESTIONS = 4;

/** As many lines as a telephone shows above its keyboard. */
const MAX_COMPLETIONS = 5;

/** More letters than any word of the list has; what is longer is no slip of the finger. */
const MAX_TYPED_LETTERS = 16;

/** Fewer letters begin too many words to be worth a list. */
const MIN_TYPED_LETTERS = 2;

/** The first letters that tell all words of a list apart (BIP-39). */
export const TELLING_LETTERS = 4;

/**
 * The words of a list that begin with what was typed so far, in the list's order; accents and case do not count.
 *
 * Shape: none below two letters; from four letters on at most one, unless a longer word begins with a shorter one.
 */
export function completeWord(typed: string, list: readonly string[]): string[] {
  const begun = bareWord(typed.trim());
  if (begun.length < MIN_TYPED_LETTERS) return [];
  return list.filter((word) => bareWord(word).startsWith(begun)).slice(0, MAX_COMPLETIONS);
}

/**
 * The words of the list that a mistyped word may stand for, best first.
 *
 * Shape: `typed` without accents, the words as the list has them: words that begin with what was typed, or share its first four letters (which tell all words of the list
 *        apart), then words at most two slips away.
 */
export function suggestWords(typed: string, list: readonly string[]): string[] {
  // A single character is a whole Chinese word, and every other one is one slip away.
  if (typed.length > MAX_TYPED_LETTERS || typed.length < 2) return [];
  const scored = list
    .map((word) => ({ word, bare: bareWord(word) }))
    .map(({ word, bare }) => ({ word, slips: isSameStart(bare, typed) ? 0 : countSlips(bare, typed) }))
    .filter(({ word }) => word.length > 1)
    .filter(({ slips }) => slips <= 2)
    .sort((a, b) => a.slips - b.slips);
  const best = scored.some(({ slips }) => slips <= 1) ? scored.filter(({ slips }) => slips <= 1) : scored;
  return best.slice(0, MAX_SUGGESTIONS).map(({ word }) => word);
}

function isSameStart(word: string, typed: string): boolean {
  return (
    (typed.length >= 3 && word.startsWith(typed)) ||
    (typed.length > TELLING_LETTERS && word.slice(0, TELLING_LETTERS) === typed.slice(0, TELLING_LETTERS))
  );
}

/**
 * How many slips of the finger lie between two words: a letter wrong, missing, extra, or two neighbours swapped.
 *
 * Source: optimal string alignment distance (Damerau 1964; Levenshtein 1966).
 */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const edits = [at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1)];
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push(at(before, j - 2) + 1);
      current.push(Math.min(...edits));
    }
    [before, previous] = [previous, current];
  }
  return at(previous, b.length);
}

function at(row: number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
