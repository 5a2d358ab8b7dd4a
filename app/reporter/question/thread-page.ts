import { CallError } from "../api";
import { button, el, note } from "../dom";
import type { Frame } from "../frame";
import { drawEntry } from "../mailbox/entry-view";
import type { Session } from "../mailbox/session";
import type { Office } from "../office";
import { textField } from "../text-field";
import type { Words } from "../words";
import { endThread, type OpenThread, readThread, type Sealed, sealNext, sendNext } from "./thread";

type Place = {
  frame: Frame;
  words: Words;
  session: Session;
  office: Office;
  close: () => void;
  /** Back to the words, with a line that says why. */
  leave: (said: string) => void;
  draft: ThreadDraft;
};

/** What is being written; it stays while the page is drawn anew. */
export type ThreadDraft = { text: string; sealed: Sealed | null };

/** Shows the thread of a question in the mailbox's frame: what was said, what is due, and how it ends. */
export async function showThread(place: Place, said: HTMLElement | null = null): Promise<void> {
  const { frame, words, session, office, close } = place;
  const { t } = words;
  const thread = await readThread(session, office);
  const rows = thread.entries.map((entry) =>
    drawEntry({
      entry: entry.state === "text" ? { ...entry, kind: "message", topic: "", statement: null } : entry,
      caseId: thread.answer.question,
      session,
      words,
    }),
  );
  frame.show({
    above: button(t("mailbox.close"), close),
    title: t("thread.title"),
    body: [
      said,
      el("p", { class: "lead" }, t("thread.lead")),
      drawDays(thread, words),
      el("section", {}, el("h2", {}, t("thread.messages")), el("ol", { class: "conversation" }, ...rows)),
      drawWrite(place, thread),
      el("section", {}, el("h2", {}, t("thread.report")), el("p", {}, t("thread.reportText")), drawReportLink(words)),
      drawEnd(place),
    ],
    actions: [button(t("mailbox.close"), close)],
  });
}

function drawDays({ answer: { dueDay, deleteDay } }: OpenThread, { t, day }: Words): HTMLElement {
  const isLate = dueDay !== null && dueDay < new Date().toISOString().slice(0, 10);
  return el(
    "div",
    {},
    dueDay && el("p", { class: isLate ? "late" : "" }, t(isLate ? "thread.late" : "thread.due", { day: day(dueDay) })),
    el("p", { class: "quiet" }, t("thread.delete", { day: day(deleteDay) })),
  );
}

function drawReportLink({ t, language }: Words): HTMLElement {
  return el("p", {}, el("a", { class: "button", href: `/report?lang=${language}` }, t("thread.report")));
}

function drawWrite(place: Place, thread: OpenThread): HTMLElement {
  const { words, session, draft, frame } = place;
  const { t } = words;
  let isSending = false;
  const answer = el("div", { role: "status" });
  const field = textField({
    id: "next",
    label: t("thread.label"),
    value: draft.text,
    long: true,
    onInput: (value) => {
      Object.assign(draft, { text: value, sealed: null });
    },
  });
  const send = async () => {
    if (isSending) return;
    if (draft.text.trim() === "") return frame.complain([{ target: "next", text: t("thread.missing") }]);
    isSending = true;
    try {
      draft.sealed ??= await sealNext(draft.text.trim(), thread, new Date());
      await sendNext(session, draft.sealed);
      Object.assign(draft, { text: "", sealed: null });
      await showThread(place, note("good", el("p", {}, t("thread.sent"))));
    } catch (error) {
      const isLate = error instanceof CallError && error.status === 409;
      if (isLate) draft.sealed = null;
      const told = note("bad", el("p", {}, t(isLate ? "thread.came" : "thread.failed")));
      if (isLate) await showThread(place, told).catch(() => answer.replaceChildren(told));
      else answer.replaceChildren(told);
    }
    isSending = false;
  };
  return el(
    "section",
    {},
    el("h2", {}, t("thread.write")),
    field,
    answer,
    button(t("thread.send"), () => void send(), "primary"),
  );
}

/** Destroying asks once: it cannot be taken back. */
function drawEnd({ words, session, leave }: Place): HTMLElement {
  const { t } = words;
  const answer = el("div", { role: "status" });
  const end = async () => {
    try {
      await endThread(session);
      leave(t("thread.ended"));
    } catch {
      answer.replaceChildren(note("bad", el("p", {}, t("thread.endFailed"))));
    }
  };
  const ask = () => {
    const not = button(t("thread.endNot"), () => answer.replaceChildren());
    answer.replaceChildren(
      el(
        "p",
        { class: "actions" },
        button(t("thread.endSure"), () => void end(), "leave"),
        not,
      ),
    );
    not.focus();
  };
  return el(
    "section",
    {},
    el("h2", {}, t("thread.end")),
    el("p", {}, t("thread.endText")),
    button(t("thread.end"), ask),
    answer,
  );
}
