import { button, el, note } from "../dom";
import { drawFilePicker } from "../files/picker";
import { FileError } from "../files/read-slice";
import type { Frame } from "../frame";
import type { OfficePerson } from "../office";
import { openUpload } from "../send/open-upload";
import { textField } from "../text-field";
import type { Words } from "../words";
import { drawChoice, drawSure } from "./act-choice";
import { ACTS, missingIn } from "./acts";
import { explain, isRefused, sendAct } from "./send-act";
import type { Session } from "./session";
import type { MailboxDraft, Opened } from "./write";

export type ActForm = {
  event: string;
  /** What its words are called in the catalogue. */
  name: string;
  draft: MailboxDraft;
  opened: Opened;
  /** Reads and opens the mailbox anew, after something else came first. */
  reopen: () => Promise<Opened>;
  session: Session;
  people: readonly OfficePerson[];
  words: Words;
  frame: Frame;
  maxBytes: number;
  onSent: () => Promise<void>;
};

/** The form of one step. What is typed leaves it only sealed; a failure keeps it and says what was not sent. */
export function drawActForm(given: ActForm): HTMLElement {
  const { event, name, draft, words, frame, maxBytes, onSent } = given;
  const { t, has } = words;
  const plan = ACTS[event] ?? {};
  const id = `write-${name}`;
  const key = (part: string) => `mailbox.write.${name}.${part}`;
  const either = (part: string, other: string) => t(has(key(part)) ? key(part) : `mailbox.write.${other}`);
  const status = el("div", { role: "status" });
  const sendLabel = has(key("send"))
    ? t(key("send"))
    : plan.text === "needed"
      ? t("mailbox.write.send")
      : t(key("title"));
  const sendButton = button(sendLabel, () => void send(), "primary");
  let isSending = false;

  async function send(): Promise<void> {
    if (isSending) return;
    const missing = draft.sealed ? [] : missingIn(event, draft);
    frame.complain(
      missing.map((part) => ({
        target: part === "files" ? part : `${id}-${part}`,
        text: t(`mailbox.write.missing.${part}`),
      })),
    );
    if (missing.length > 0) return;
    isSending = true;
    sendButton.disabled = true;
    form.inert = true;
    status.replaceChildren(note("", el("p", {}, t("mailbox.write.sending"))));
    try {
      const upload = draft.files.length > 0 ? await openUpload(words) : null;
      if (upload) status.append(upload.element);
      await sendAct({ ...given, text: draft.text.trim() || wordsInPlace(), ...(upload && { line: upload.line }) });
      return await onSent();
    } catch (error) {
      status.replaceChildren(note("bad", ...explain(error, words)));
      // Sealed bytes may have arrived: the form stays as it is until they are acknowledged or refused for good.
      if (isRefused(error) || error instanceof FileError) draft.sealed = null;
      form.inert = draft.sealed !== null;
      sendButton.textContent = draft.sealed ? t("failure.again") : sendLabel;
    }
    isSending = false;
    sendButton.disabled = false;
  }

  /** Some steps have to bring a message, and nobody has to find words for a plain yes. */
  function wordsInPlace(): string {
    if (plan.text !== "orName") return "";
    const { implementation } = draft.codes;
    return implementation ? t(`mailbox.write.implementation.${implementation}.label`) : t(key("title"));
  }

  const onInput = (text: string) => {
    draft.text = text;
  };
  const text = plan.text && {
    id: `${id}-text`,
    label: either("label", "label"),
    ...(has(key("hint")) && { hint: t(key("hint")) }),
    ...(plan.text !== "needed" && { optional: t("mailbox.write.optional") }),
    value: draft.text,
    long: true,
    onInput,
  };
  const form = el(
    "div",
    {},
    has(key("about")) && el("p", {}, t(key("about"))),
    has(key("warn")) && note("warn", el("p", {}, t(key("warn")))),
    plan.choice && drawChoice(given, plan.choice, id),
    text && textField(text),
    plan.files && drawFilePicker({ files: draft.files, words, maxBytes: () => maxBytes, keepsOriginals: false }),
    plan.isWeighty && drawSure(given, id),
  );
  form.inert = draft.sealed !== null;
  return el("div", {}, form, status, el("div", { class: "actions" }, sendButton));
}
