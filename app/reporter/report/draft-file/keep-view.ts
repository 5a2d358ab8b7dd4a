import { button, el, note } from "../../dom";
import type { Frame } from "../../frame";
import { saveAs } from "../../save-as";
import type { Words } from "../../words";
import type { Draft } from "../draft";
import { DRAFT_FILE, writeDraft } from "./draft-body";

type Keep = { frame: Frame; draft: Draft; words: Words; back: () => void };

/** Offers the half-filled form as a sealed file, with the words that open it. Nothing is sent and nothing else is kept. */
export function offerDraft({ frame, draft, words, back }: Keep): void {
  const { t } = words;
  const place = el("div", {});
  let isBusy = false;
  const seal = async () => {
    if (isBusy) return;
    isBusy = true;
    const { words: key, bytes } = await writeDraft(draft);
    const list = key.map((word, index) =>
      el("li", {}, el("span", { class: "number" }, String(index + 1)), el("b", { lang: "en" }, word)),
    );
    const save = () => saveAs(new Blob([bytes as BlobPart], { type: "application/octet-stream" }), DRAFT_FILE);
    // The heading takes the focus and says what to do; the words themselves are not read out unasked.
    const heading = el("h2", { tabindex: -1 }, t("form.draft.wordsTitle"));
    place.replaceChildren(
      heading,
      el("p", {}, t("form.draft.wordsText")),
      el("ol", { class: "receipt-words", dir: "ltr" }, ...list),
      button(t("form.draft.save"), save, "primary"),
    );
    begin.hidden = true;
    heading.focus();
  };
  const begin = button(t("form.draft.make"), () => void seal(), "primary");
  frame.show({
    title: t("form.draft.keepTitle"),
    body: [
      el("p", { class: "lead" }, t("form.draft.keepLead")),
      note("warn", el("p", {}, t("form.draft.evidence"))),
      draft.files.length > 0 ? note("", el("p", {}, t("form.draft.noFiles"))) : null,
      begin,
      place,
    ],
    actions: [button(t("failure.back"), back)],
  });
}
