import { CallError } from "../api";
import { chooseOne } from "../choices";
import { button, el, note } from "../dom";
import { FileError } from "../files/pick";
import type { PickedFile } from "../files/picked-file";
import { drawFilePicker } from "../files/picker";
import type { Frame } from "../frame";
import { textField } from "../text-field";
import type { Words } from "../words";
import type { Session } from "./session";
import { type MessageEvent, type Opened, postMessage, type SealedMessage, sealMessage } from "./write";

type Writer = {
  event: MessageEvent;
  opened: Opened;
  /** Reads and opens the mailbox anew, after something else came first. */
  reopen: () => Promise<Opened>;
  session: Session;
  words: Words;
  frame: Frame;
  maxBytes: number;
  /** Keeps track of text that would be lost by closing. */
  onDraft: (hasText: boolean) => void;
  onSent: () => Promise<void>;
};

const REVIEW_REASONS = ["procedure", "facts", "newFacts"] as const;

/** The box to write in. What is typed leaves it only sealed; a failure keeps the text and says what was not sent. */
export function drawWriter(writer: Writer): HTMLElement {
  const { event, session, reopen, words, frame, maxBytes, onDraft, onSent } = writer;
  const { t } = words;
  const name = event.replace(".", "_");
  const id = `write-${name}`;
  const files: PickedFile[] = [];
  let { opened } = writer;
  let [text, reason] = ["", ""];
  let sealed: SealedMessage | null = null;
  let isSending = false;
  const status = el("div", { role: "status" });
  const form = el("div", {});
  const sendButton = button(t(`mailbox.write.${name}.send`), () => void send(), "primary");

  const complaints = () => [
    ...(event === "review.request" && !reason
      ? [{ target: `${id}-reason`, text: t("mailbox.write.reasonMissing") }]
      : []),
    ...(text.trim() === "" ? [{ target: `${id}-text`, text: t("mailbox.write.missing") }] : []),
  ];

  async function send(): Promise<void> {
    if (isSending) return;
    const wrong = sealed ? [] : complaints();
    frame.complain(wrong);
    if (wrong.length > 0) return;
    isSending = true;
    sendButton.disabled = true;
    form.inert = true;
    status.replaceChildren(note("", el("p", {}, t("mailbox.write.sending"))));
    try {
      await attempt();
      onDraft(false);
      return await onSent();
    } catch (error) {
      status.replaceChildren(note("bad", ...explain(error)));
      // Sealed bytes may have arrived: the text stays as it is until they are acknowledged or refused for good.
      const isRefused = error instanceof CallError && error.fault === "refused";
      if (isRefused || error instanceof FileError) sealed = null;
      form.inert = sealed !== null;
      sendButton.textContent = t(sealed ? "failure.again" : `mailbox.write.${name}.send`);
    }
    isSending = false;
    sendButton.disabled = false;
  }

  async function attempt(isSecond = false): Promise<void> {
    const onPart = (done: number, total: number) =>
      status.replaceChildren(el("p", {}, t("send.parts", { done, total })));
    sealed ??= await sealMessage({ event, reason, text: text.trim(), files }, opened, new Date());
    try {
      await postMessage(sealed, session, new Date(), onPart);
    } catch (error) {
      if (isSecond || !(error instanceof CallError) || error.status !== 409) throw error;
      // Something else came in first: behind it, the message is sealed anew, because it names the item before it.
      opened = await reopen();
      sealed = null;
      await attempt(true);
    }
  }

  function explain(error: unknown): HTMLElement[] {
    if (error instanceof FileError) return [el("p", {}, t("failure.why.file", { name: error.file.name }))];
    const why = error instanceof CallError ? error.fault : "unknown";
    const server = error instanceof CallError && error.title;
    return [
      el("p", {}, t(`failure.why.${why}`)),
      ...(server ? [el("p", { class: "small", lang: "en", dir: "ltr" }, server)] : []),
      el("p", {}, t(why === "refused" ? "mailbox.write.notSent" : "mailbox.write.perhaps")),
    ];
  }

  const reasons = REVIEW_REASONS.map((id) => ({ id, label: t(`mailbox.write.reason.${id}`) }));
  if (event === "review.request") {
    const onChange = ([chosen = ""]: string[]) => {
      reason = chosen;
    };
    form.append(
      chooseOne({ id: `${id}-reason`, legend: t("mailbox.write.reasons"), choices: reasons, chosen: [], onChange }),
    );
  }
  const onInput = (value: string) => {
    text = value;
    onDraft(value.trim() !== "");
  };
  const [label, hint] = [t(`mailbox.write.${name}.label`), t(`mailbox.write.${name}.hint`)];
  form.append(textField({ id: `${id}-text`, label, hint, value: "", long: true, onInput }));
  if (event !== "review.request") form.append(drawFilePicker({ files, words, maxBytes: () => maxBytes }));
  const title = el("h2", {}, t(`mailbox.write.${name}.title`));
  return el("section", { class: "card" }, title, form, status, el("div", { class: "actions" }, sendButton));
}
