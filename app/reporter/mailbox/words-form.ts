import { countReceiptWords, parseReceipt, ReceiptError } from "~crypto/receipt";
import { CallError } from "../api";
import { drawArmoredWay } from "../armored-way";
import { button, el, note } from "../dom";
import type { Frame } from "../frame";
import { OfficeError } from "../office";
import type { Words } from "../words";
import { drawLost } from "./lost-view";
import { drawWordFields } from "./word-fields";

type Ask = { frame: Frame; words: Words; said?: string; open: (receipt: string[]) => Promise<void> };

/** Asks for the twelve words. A slip is found here, before anything is sent. */
export function askForWords({ frame, words, said, open }: Ask): void {
  const { t } = words;
  let isOpening = false;
  const answer = el("div", { role: "status" });
  const fields = drawWordFields(words, () => void submit());

  const submit = async () => {
    if (isOpening) return;
    answer.replaceChildren();
    isOpening = true;
    enter.disabled = true;
    const receipt = await tryParse();
    if (receipt) {
      frame.complain([]);
      answer.replaceChildren(el("p", {}, t("open.opening")));
      try {
        await open(receipt);
      } catch (error) {
        answer.replaceChildren(drawRefusal(error, words));
      }
    }
    isOpening = false;
    enter.disabled = false;
  };

  async function tryParse(): Promise<string[] | null> {
    const typed = fields.read();
    try {
      return await parseReceipt(typed.join(" "));
    } catch (error) {
      if (!(error instanceof ReceiptError)) throw error;
      frame.complain([{ target: placeOf(error, typed), text: slipText(error, typed.join(" "), words) }]);
      return null;
    }
  }

  const enter = button(t("open.button"), () => void submit(), "primary");
  frame.show({
    title: t("open.title"),
    body: [
      said ? note("", el("p", {}, said)) : null,
      el("p", { class: "lead" }, t("open.lead")),
      fields.element,
      el("p", { class: "quiet small" }, t("open.languages")),
      answer,
      el("div", { class: "actions" }, enter),
      drawArmoredWay(words, "mailbox"),
      drawLost(words),
    ],
  });
}

/** The box to go to: the one with the slip, else the first that is empty, else all of them. */
function placeOf({ position }: ReceiptError, typed: readonly string[]): string {
  const at = position
    ? typed.findIndex((_, index) => countReceiptWords(typed.slice(0, index + 1).join(" ")) >= position)
    : typed.indexOf("");
  return at < 0 ? "receipt" : `word-${at + 1}`;
}

/** What is wrong with the words as typed, and what was perhaps meant. */
export function slipText(
  { fault, position, suggestions }: ReceiptError,
  typed: string,
  { t, language }: Words,
): string {
  const meant = new Intl.ListFormat(language, { type: "disjunction" }).format(suggestions);
  if (fault === "length") return t("open.slip.length", { count: countReceiptWords(typed) });
  if (fault === "word" && suggestions.length > 0) return t("open.slip.word", { count: position ?? 0, meant });
  if (fault === "word") return t("open.slip.unknown", { count: position ?? 0 });
  return suggestions.length > 0 ? t("open.slip.near", { count: position ?? 0, meant }) : t("open.slip.order");
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
  // The page and the server do not speak of the same office: this is no slip of the reporter's.
  if (error instanceof OfficeError) {
    const [title, why] = [t("failure.office.title"), t(`failure.office.${error.fault}`, { name: error.person })];
    return note("bad", el("p", {}, el("b", {}, title)), el("p", {}, why), el("p", {}, t("failure.recipient.suspect")));
  }
  const why = error instanceof CallError ? error.fault : "unknown";
  return note("bad", el("p", {}, t(`failure.why.${why}`)), el("p", {}, t("open.failed")));
}
