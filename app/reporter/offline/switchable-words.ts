import type { Words } from "../words";

/** Words that can change their language while the form holds on to them. */
export function switchableWords(first: Words): { words: Words; speak: (next: Words) => void } {
  let spoken = first;
  const words: Words = {
    get language() {
      return spoken.language;
    },
    get form() {
      return spoken.form;
    },
    withForm: (form) => spoken.withForm(form),
    t: (key, values) => spoken.t(key, values),
    has: (key) => spoken.has(key),
    day: (day) => spoken.day(day),
  };
  const speak = (next: Words) => {
    spoken = next;
  };
  return { words, speak };
}
