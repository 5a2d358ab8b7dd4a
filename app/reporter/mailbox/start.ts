import { button, el, note } from "../dom";
import { openFrame } from "../frame";
import { guardUnsent } from "../leave";
import { loadOffice, type Office } from "../office";
import type { Words } from "../words";
import { openConversation } from "./conversation";
import { drawEntry } from "./entry-view";
import { watchIdle } from "./idle";
import { openSession, type Session } from "./session";
import { drawMilestones, drawState } from "./state-view";
import { askForWords } from "./words-form";
import type { Opened } from "./write";
import { drawWriter } from "./write-view";

const WRITERS = ["reporter.reply", "reporter.message", "review.request"] as const;

/** Runs the mailbox: the words open it, everything is opened and checked here, and closing drops it all. */
export function startMailbox(page: HTMLElement, words: Words): void {
  const { t } = words;
  const fingerprint = page.dataset.fingerprint ?? "";
  const frame = openFrame(page, words);
  const drafts = new Set<string>();
  guardUnsent(() => drafts.size > 0);
  ask();

  function ask(said?: string): void {
    drafts.clear();
    askForWords({ frame, words, ...(said && { said }), open });
  }

  async function open(receipt: string[]): Promise<void> {
    // The office first: what it says is needed to tell a signed message from one that only claims to be.
    const office = await loadOffice(fingerprint);
    const session = await openSession(receipt, fingerprint);
    const stopWatching = watchIdle(window, () => ask(t("mailbox.idle")));
    const close = () => {
      stopWatching();
      ask(t("mailbox.closed"));
    };
    await refresh({ session, office, close });
  }

  async function openBox({ session, office }: Box): Promise<Opened> {
    const answer = await session.read();
    const keys = await session.keysOf(answer);
    return { answer, keys, entries: await openConversation(answer, keys, office) };
  }

  async function refresh(box: Box, said?: string): Promise<void> {
    const opened = await openBox(box);
    const { answer, entries } = opened;
    drafts.clear();
    const list = entries.map((entry) => drawEntry({ entry, caseId: answer.case, session: box.session, words }));
    frame.show({
      above: button(t("mailbox.close"), box.close),
      title: t("mailbox.title"),
      body: [
        said ? note("good", el("p", {}, said)) : null,
        drawState(answer, words),
        el("section", {}, el("h2", {}, t("mailbox.conversation")), el("ol", { class: "conversation" }, ...list)),
        ...drawWriters(box, opened),
        drawMilestones(answer.milestones, words),
      ],
      actions: [button(t("mailbox.close"), box.close)],
    });
  }

  function drawWriters(box: Box, opened: Opened): HTMLElement[] {
    const { answer } = opened;
    // Answering what was asked is also writing: two boxes for the same thing would only ask which one to take.
    const open = answer.open.includes("reporter.reply")
      ? answer.open.filter((event) => event !== "reporter.message")
      : answer.open;
    return WRITERS.filter((event) => open.includes(event)).map((event) =>
      drawWriter({
        event,
        opened,
        reopen: () => openBox(box),
        session: box.session,
        words,
        frame,
        maxBytes: box.office.maxReportBytes,
        onDraft: (hasText) => void (hasText ? drafts.add(event) : drafts.delete(event)),
        onSent: () => refresh(box, t("mailbox.sent")),
      }),
    );
  }
}

type Box = { session: Session; office: Office; close: () => void };
