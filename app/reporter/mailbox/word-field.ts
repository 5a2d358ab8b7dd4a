import { TELLING_LETTERS } from "~crypto/receipt-suggestions";
import { el } from "../dom";
import type { Words } from "../words";

/** One of the twelve words: a box that offers how a word goes on, without leaving a trace of what was typed. */
export type WordField = { element: HTMLElement; input: HTMLInputElement; write: (word: string) => void };

type Given = {
  position: number;
  words: Words;
  /** How a word that was begun goes on. */
  complete: (typed: string) => string[];
  /** What stands in the box was changed by hand. */
  onInput: (value: string) => void;
  /** A word was taken from the list, or Enter was pressed. */
  onTaken: () => void;
  onLeft: () => void;
};

/**
 * Draws the box for one word.
 *
 * Shape: a combobox with a list of its own (WAI-ARIA 1.2, "list autocomplete"): the browser's own lists keep what was
 *        typed, and read it out differently everywhere. Arrow keys walk, Enter takes, Escape closes the list.
 */
export function drawWordField({ position, words, complete, onInput, onTaken, onLeft }: Given): WordField {
  const id = `word-${position}`;
  let options: string[] = [];
  let active = -1;
  const list = el("ul", { id: `${id}-list`, role: "listbox", hidden: true, "aria-label": label() });
  const input = el("input", {
    id,
    type: "text",
    dir: "ltr",
    role: "combobox",
    autocomplete: "off",
    autocapitalize: "none",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "next",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
    input: () => {
      offer(complete(input.value));
      onInput(input.value);
    },
    keydown: (event) => onKey(event as KeyboardEvent),
    blur: () => {
      offer([]);
      onLeft();
    },
  });

  function label(): string {
    return words.t("receipt.word", { count: position });
  }

  function offer(found: string[]): void {
    // A word that is whole needs no list of itself.
    options = found.length === 1 && found[0] === input.value ? [] : found;
    const isSure = options.length === 1 && input.value.trim().length >= TELLING_LETTERS;
    list.replaceChildren(...options.map(drawOption));
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    mark(isSure ? 0 : -1);
  }

  function drawOption(word: string, index: number): HTMLElement {
    // The press must not take the focus out of the box, which would close the list before the click.
    const pointerdown = (event: Event) => event.preventDefault();
    return el("li", { role: "option", id: `${id}-${index}`, pointerdown, click: () => take(word) }, word);
  }

  function mark(index: number): void {
    active = index;
    for (const [at, option] of [...list.children].entries())
      option.setAttribute("aria-selected", String(at === active));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${id}-${active}`);
  }

  function take(word: string): void {
    write(word);
    onTaken();
  }

  function write(word: string): void {
    input.value = word;
    offer([]);
  }

  function onKey(event: KeyboardEvent): void {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && options.length > 0) {
      event.preventDefault();
      mark((active + step + options.length) % options.length);
    } else if (key === "Enter") {
      event.preventDefault();
      take(options[active] ?? input.value);
    } else if (key === "Tab" && !event.shiftKey) write(options[active] ?? input.value);
    else if (key === "Escape") offer([]);
  }

  const element = el("div", { class: "word" }, el("label", { for: id }, label()), input, list);
  return { element, input, write };
}
