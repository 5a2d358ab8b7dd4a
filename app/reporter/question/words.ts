import type { Words } from "../words";

/** The form's words as a question says them: where the question has a word of its own for a key, that one. */
export function asQuestion(words: Words): Words {
  const own = (key: string) => `ask.${key}`;
  return {
    ...words,
    t: (key, values) => words.t(words.has(own(key)) ? own(key) : key, values),
    has: (key) => words.has(own(key)) || words.has(key),
  };
}
