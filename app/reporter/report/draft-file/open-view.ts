import { type Carried, fieldWords } from "~/forms";
import { DraftError } from "~crypto/drafts";
import { ReceiptError } from "~crypto/receipt";
import { button, el, note } from "../../dom";
import type { Frame } from "../../frame";
import { visibleText } from "../../safe-text";
import { textField } from "../../text-field";
import type { Words } from "../../words";
import type { Draft } from "../draft";
import { readDraft } from "./draft-body";

type Open = { frame: Frame; draft: Draft; words: Words; back: () => void };

/** Asks for a draft file and its words, and fills the form with it. Both stay on this device. */
export function askForDraft(open: Open): void {
  const { frame, draft, words, back } = open;
  const { t } = words;
  let typed = "";
  let isBusy = false;
  const input = el("input", { type: "file", id: "draft-file", "aria-describedby": "draft-file-hint" });
  const field = textField({
    id: "draft-words",
    label: t("form.draft.wordsLabel"),
    hint: t("form.draft.wordsHint"),
    value: "",
    long: true,
    exact: true,
    onInput: (value) => {
      typed = value;
    },
  });
  field.querySelector("textarea")?.setAttribute("dir", "ltr");

  const submit = async () => {
    const file = input.files?.[0];
    if (!file) return frame.complain([{ target: "draft-file", text: t("form.draft.noFile") }]);
    if (isBusy) return;
    isBusy = true;
    try {
      showOpened(await readDraft(await readBytes(file), typed, draft), open);
    } catch (error) {
      frame.complain([complaintOf(error, words)]);
    }
    isBusy = false;
  };

  frame.show({
    title: t("form.draft.openTitle"),
    body: [
      el("p", { class: "lead" }, t("form.draft.openLead")),
      el(
        "div",
        { class: "field" },
        el("label", { for: "draft-file" }, t("form.draft.fileLabel")),
        el("p", { class: "hint", id: "draft-file-hint" }, t("form.draft.fileHint")),
        input,
      ),
      field,
    ],
    actions: [button(t("form.draft.open"), () => void submit(), "primary"), button(t("form.back"), back)],
  });
}

/** A draft is a few kilobytes; what is larger is not read into memory. */
const MAX_BYTES = 4 * 1024 * 1024;

async function readBytes(file: File): Promise<Uint8Array> {
  if (file.size > MAX_BYTES) throw new DraftError("foreign");
  return new Uint8Array(await file.arrayBuffer());
}

function complaintOf(error: unknown, { t }: Words): { target: string; text: string } {
  if (error instanceof ReceiptError) {
    const isWord = error.fault === "word";
    return {
      target: "draft-words",
      text: t(`form.draft.slip.${isWord ? "word" : error.fault}`, { position: error.position ?? 0 }),
    };
  }
  const fault = error instanceof DraftError ? error.fault : "unreadable";
  return { target: fault === "closed" ? "draft-words" : "draft-file", text: t(`form.draft.fault.${fault}`) };
}

/** What came out of the file, and what did not fit into today's questions, to be written anew. */
function showOpened({ isOlder, left, kind }: Carried, { frame, words, back }: Open): void {
  const { t } = words;
  const lost = left.flatMap(({ field, text }) => [
    el("dt", {}, fieldWords(words.form, { id: field, type: "text" }, kind).label),
    el("dd", { dir: "auto" }, visibleText(text)),
  ]);
  frame.show({
    title: t("form.draft.openedTitle"),
    body: [
      el("p", { class: "lead" }, t("form.draft.openedText")),
      isOlder ? note("warn", el("p", {}, t("form.draft.older"))) : null,
      lost.length > 0 ? el("p", {}, t("form.draft.left")) : null,
      lost.length > 0 ? el("dl", { class: "facts" }, ...lost) : null,
    ],
    actions: [button(t("form.next"), back, "primary")],
  });
}
