import { RECEIPT_WORDS } from "~crypto/receipt";
import { allLists, ENGLISH, isReceiptWord, listOf, type ReceiptList, splitWords } from "~crypto/receipt-lists";
import { completeWord, suggestWords, TELLING_LETTERS } from "~crypto/receipt-suggestions";
import { button, el } from "../dom";
import type { Words } from "../words";
import { drawWordField, type WordField } from "./word-field";

const MOST_MEANT = 4;

export type WordFields = {
  element: HTMLElement;
  /** What stands in the boxes, in order. */
  read: () => string[];
};

/**
 * The twelve boxes of a receipt.
 *
 * Shape: `onWhole` is called when Enter is pressed in the last box. A space goes on to the next box, and all twelve words can
 *        be pasted into any of them, with numbers, commas and line breaks. A slip is said as soon as its box is left.
 */
export function drawWordFields(words: Words, onWhole: () => void): WordFields {
  const { t } = words;
  /** The lists that boxes know: the one of the page's language first, and all of them once a word stands on none of these. */
  let lists: ReceiptList[] = [ENGLISH];
  void listOf(words.language).then((own) => {
    lists = own === ENGLISH ? lists : [own, ...lists];
  });
  const slip = el("div", { role: "status" });
  let slipAt = -1;
  const fields: WordField[] = Array.from({ length: RECEIPT_WORDS }, (_, index) =>
    drawWordField({
      position: index + 1,
      words,
      complete: (typed) => complete(typed),
      onInput: (value) => spread(index, value),
      onTaken: () => next(index),
      onLeft: () => void check(index),
    }),
  );

  /** Puts several words where they belong; a word that is followed by a space is done. */
  function spread(index: number, value: string): void {
    const found = splitWords(value);
    const isDone = found.length > 0 && /[\s\p{P}]$/u.test(value);
    if (found.length < 2 && !isDone) return;
    const start = found.length >= RECEIPT_WORDS ? 0 : index;
    const [last] = fields.slice(-1);
    for (const [at, word] of found.entries()) {
      const field = fields[start + at];
      if (field) field.write(isDone || at < found.length - 1 ? whole(word) : word);
      // Too many words are not thrown away in silence: they stay in the last box, and are counted.
      else last?.write(`${last.input.value} ${word}`);
    }
    focus(start + found.length - (isDone ? 0 : 1));
  }

  function focus(index: number): void {
    const { input } = fields[Math.min(index, RECEIPT_WORDS - 1)] ?? {};
    input?.focus();
    input?.setSelectionRange(input.value.length, input.value.length);
  }

  function next(index: number): void {
    if (index + 1 < RECEIPT_WORDS) focus(index + 1);
    else onWhole();
  }

  /** What was meant is clear from four letters on; anything else that is not on the list is a slip. */
  async function check(index: number): Promise<void> {
    const field = fields[index];
    const found = splitWords(field?.input.value ?? "");
    const [typed] = found;
    // What is said about another box stays: its buttons are on their way to be pressed.
    if (slipAt === index) slip.replaceChildren();
    if (!field || !typed) return;
    if (found.length === 1) field.write(whole(typed));
    if (isReceiptWord(field.input.value, lists)) return;
    // It can be a word of any list, on a page in any language.
    const every = await allLists();
    if (isReceiptWord(field.input.value, every)) {
      lists = [...lists, ...every.filter((list) => !lists.includes(list))];
      return;
    }
    slipAt = index;
    const meant = lists.flatMap((list) => suggestWords(typed, list.words)).slice(0, MOST_MEANT);
    const text = t(meant.length > 0 ? "word.slip" : "open.slip.unknown", { count: index + 1 });
    const take = (word: string) => {
      field.write(word);
      slip.replaceChildren();
      field.input.focus();
    };
    slip.replaceChildren(
      el("p", {}, text),
      el("p", { class: "actions", dir: "ltr" }, ...meant.map((word) => button(word, () => take(word)))),
    );
  }

  /** How a word goes on, on the first list that has one. */
  function complete(typed: string): string[] {
    for (const { words } of lists) {
      const found = completeWord(typed, words);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The word that was begun, where its first letters leave no doubt. */
  function whole(typed: string): string {
    const [only, ...others] = complete(typed);
    const isClear = typed.length >= TELLING_LETTERS && only !== undefined && others.length === 0;
    return isClear ? only : typed;
  }

  const element = el(
    "fieldset",
    { class: "field", id: "receipt" },
    el("legend", {}, t("open.label")),
    el("p", { class: "hint" }, t("word.hint")),
    el("div", { class: "word-grid", dir: "ltr" }, ...fields.map(({ element }) => element)),
    slip,
  );
  return { element, read: () => fields.map(({ input }) => input.value.trim()) };
}
