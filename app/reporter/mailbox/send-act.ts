import { CallError } from "../api";
import { el } from "../dom";
import { FileError } from "../files/read-slice";
import type { Line } from "../send/line";
import type { Words } from "../words";
import type { ActForm } from "./act-form";
import { ACTS } from "./acts";
import { hasArrived, postMessage, sealMessage } from "./write";

type Sending = Pick<ActForm, "event" | "draft" | "opened" | "reopen" | "session"> & {
  /** What is sealed; "" where the step brings no words. */
  text: string;
  line?: Line;
};

/**
 * Seals and sends one step. Where something else came first, the mailbox is read again and the step sealed once more
 * behind it, because a message names the item before it.
 *
 * Errors: CallError; FileError. The draft keeps everything, and its sealed bytes as long as they may have arrived.
 */
export async function sendAct(sending: Sending): Promise<void> {
  const { draft, event, text, session, line } = sending;
  const { id, codes, files } = draft;
  const { event: step = event, topic } = ACTS[event] ?? {};
  let { opened } = sending;
  for (let isSecond = false; ; isSecond = true) {
    draft.sealed ??= await sealMessage({ text, files, ...(topic && { topic }) }, opened, new Date());
    try {
      return await postMessage({ id, event: step, codes }, draft.sealed, session, new Date(), line);
    } catch (error) {
      if (isSecond || !(error instanceof CallError) || error.status !== 409) throw error;
      opened = await sending.reopen();
      if (hasArrived(draft.sealed, opened)) return;
      draft.sealed = null;
    }
  }
}

/** Whether the server said a definite no, so that nothing of it is stored. */
export function isRefused(error: unknown): boolean {
  return error instanceof CallError && error.fault === "refused";
}

/** What happened, and whether it may have arrived all the same. */
export function explain(error: unknown, { t }: Words): HTMLElement[] {
  if (error instanceof FileError)
    return [
      el("p", {}, t(`failure.why.${error.fault === "changed" ? "fileChanged" : "file"}`, { name: error.file.name })),
    ];
  const call = error instanceof CallError ? error : null;
  // 422: the case has moved on since the page was read, and this step is no longer there.
  if (call?.status === 422) return [el("p", {}, t("mailbox.write.gone"))];
  return [
    el("p", {}, t(`failure.why.${call?.fault ?? "unknown"}`)),
    ...(call?.title ? [el("p", { class: "small", lang: "en", dir: "ltr" }, call.title)] : []),
    el("p", {}, t(isRefused(error) ? "mailbox.write.notSent" : "mailbox.write.perhaps")),
  ];
}
