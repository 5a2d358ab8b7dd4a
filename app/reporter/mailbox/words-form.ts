import { parseReceipt, ReceiptError } from "~crypto/receipt";
import { CallError } from "../api";
import { drawArmoredWay } from "../armored-way";
import { button, el, note } from "../dom";
import type { Frame } from "../frame";
import { textField } from "../text-field";
import type { Words } from "../words";

type Ask = { frame: Frame; words: Words; said?: string; open: (receipt: string[]) => Promise<void> };

/** Asks for the twelve words. A slip is found here, before anything is sent. */
export function askForWords({ frame, words, said, open }: Ask): void {
  const { t } = words;
  let typed = "";
  let isOpening = false;
  const answer = el("div", { role: "status" });
  const field = textField({
    id: "receipt",
    label: t("open.label"),
    hint: t("open.hint"),
    value: "",
    long: true,
    exact: true,
    onInput: (value) => {
      typed = value;
    },
  });
  field.querySelector("textarea")?.setAttribute("dir", "ltr");
  field.querySelector("textarea")?.setAttribute("rows", "3");

  const submit = async () => {
    if (isOpening) return;
    answer.replaceChildren();
    const receipt = tryParse();
    if (!receipt) return;
    isOpening = true;
    enter.disabled = true;
    frame.complain([]);
    answer.replaceChildren(el("p", {}, t("open.opening")));
    try {
      await open(receipt);
    } catch (error) {
      answer.replaceChildren(drawRefusal(error, words));
    }
    isOpening = false;
    enter.disabled = false;
  };

  function tryParse(): string[] | null {
    try {
      return parseReceipt(typed);
    } catch (error) {
      if (!(error instanceof ReceiptError)) throw error;
      frame.complain([{ target: "receipt", text: slipText(error, typed, words) }]);
      return null;
    }
  }

  const enter = button(t("open.button"), () => void submit(), "primary");
  frame.show({
    title: t("open.title"),
    body: [
      said ? note("", el("p", {}, said)) : null,
      el("p", { class: "lead" }, t("open.lead")),
      field,
      answer,
      el("h2", {}, t("open.lostTitle")),
      el("p", {}, t("open.lost")),
      drawArmoredWay(words, "mailbox"),
    ],
    actions: [enter],
  });
}

/** What is wrong with the words as typed, and what was perhaps meant. */
export function slipText(
  { fault, position, suggestions }: ReceiptError,
  typed: string,
  { t, language }: Words,
): string {
  const meant = new Intl.ListFormat(language, { type: "disjunction" }).format(suggestions);
  if (fault === "length") return t("open.slip.length", { count: countWords(typed) });
  if (fault === "word" && suggestions.length > 0) return t("open.slip.word", { count: position ?? 0, meant });
  if (fault === "word") return t("open.slip.unknown", { count: position ?? 0 });
  return suggestions.length > 0 ? t("open.slip.near", { count: position ?? 0, meant }) : t("open.slip.order");
}

/** How many words were typed, numbers and signs aside. */
export function countWords(typed: string): number {
  return typed.match(/\p{L}+/gu)?.length ?? 0;
}

function drawRefusal(error: unknown, { t }: Words): HTMLElement {
  if (error instanceof CallError && error.status === 404) {
    const checks = ["order", "office", "paper"].map((id) => el("li", {}, t(`open.check.${id}`)));
    return note(
      "bad",
      el("p", {}, el("b", {}, t("open.none"))),
      el("p", {}, t("open.checkTitle")),
      el("ul", {}, ...checks),
    );
  }
  const why = error instanceof CallError ? error.fault : "unknown";
  return note("bad", el("p", {}, t(`failure.why.${why}`)), el("p", {}, t("open.failed")));
}
