import { wordlist } from "@scure/bip39/wordlists/english.js";

const MAX_SUGGESTIONS = 4;

/** More letters than any word of the list has; what is longer is no slip of the finger. */
const MAX_TYPED_LETTERS = 16;

/**
 * The words of the list that a mistyped word may stand for, best first.
 *
 * Shape: words that begin with what was typed, or share its first four letters (which tell all words of the list
 *        apart), then words at most two slips away.
 */
export function suggestWords(typed: string): string[] {
  if (typed.length > MAX_TYPED_LETTERS) return [];
  const scored = wordlist
    .map((word) => ({ word, slips: isSameStart(word, typed) ? 0 : countSlips(word, typed) }))
    .filter(({ slips }) => slips <= 2)
    .sort((a, b) => a.slips - b.slips);
  const best = scored.some(({ slips }) => slips <= 1) ? scored.filter(({ slips }) => slips <= 1) : scored;
  return best.slice(0, MAX_SUGGESTIONS).map(({ word }) => word);
}

function isSameStart(word: string, typed: string): boolean {
  return (typed.length >= 3 && word.startsWith(typed)) || (typed.length > 4 && word.slice(0, 4) === typed.slice(0, 4));
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
