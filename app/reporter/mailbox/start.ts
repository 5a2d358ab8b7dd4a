import { button, el, note } from "../dom";
import { openFrame } from "../frame";
import { drawCalendar } from "../keep/calendar-view";
import { drawStatement, type StaffStatement } from "../keep/statement-view";
import { guardUnsent } from "../leave";
import { loadOffice, type Office } from "../office";
import type { ThreadDraft } from "../question/thread-page";
import type { Words } from "../words";
import { drawPanel } from "./act-panel";
import { drawConsents, withConsentsOfReport } from "./consents-view";
import { openConversation } from "./conversation";
import { drawConversation } from "./conversation-view";
import { watchIdle } from "./idle";
import { drawLookAgain } from "./look-again";
import { drawMailWish } from "./mail-wish";
import { type MailboxAnswer, openSession, type Session } from "./session";
import { drawMilestones, drawState } from "./state-view";
import { askForWords } from "./words-form";
import type { MailboxDraft, Opened } from "./write";

/** Runs the mailbox: the words open it, everything is opened and checked here, and closing drops it all. */
export function startMailbox(page: HTMLElement, words: Words): void {
  const { t } = words;
  const fingerprint = page.dataset.fingerprint ?? "";
  const frame = openFrame(page, words);
  const drafts = new Map<string, MailboxDraft>();
  const threadDraft: ThreadDraft = { text: "", sealed: null };
  guardUnsent(
    () =>
      threadDraft.text.trim() !== "" ||
      [...drafts.values()].some(({ text, files }) => text.trim() !== "" || files.length > 0),
  );
  ask();

  function ask(said?: string): void {
    drafts.clear();
    Object.assign(threadDraft, { text: "", sealed: null });
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
    if (session.opens === "question") {
      const { showThread } = await import("../question/thread-page");
      const leave = (said: string) => {
        stopWatching();
        ask(said);
      };
      return showThread({ frame, words, session, office, close, leave, draft: threadDraft });
    }
    await refresh({ session, office, close });
  }

  async function openBox({ session, office }: Box): Promise<Opened> {
    const answer = await session.read();
    const keys = await session.keysOf(answer);
    const entries = await openConversation(answer, keys, office);
    return { answer: withConsentsOfReport(answer, entries), keys, entries };
  }

  async function refresh(box: Box, said?: string): Promise<void> {
    const { session, office } = box;
    const opened = await openBox(box);
    const { answer } = opened;
    const panel = drawPanel({
      opened,
      drafts,
      reopen: () => openBox(box),
      session,
      people: office.people,
      words,
      frame,
      maxBytes: office.maxReportBytes,
      onSent: (event, hasWords) => {
        drafts.delete(event);
        return refresh(box, t(hasWords ? "mailbox.sent" : "mailbox.done"));
      },
    });
    frame.show({
      above: button(t("mailbox.close"), box.close),
      title: t("mailbox.title"),
      body: [
        said ? note("good", el("p", {}, said)) : null,
        drawState(answer, words, panel.open),
        drawLookAgain(words, (said) => refresh(box, said)),
        drawConversation(opened, session, words),
        panel.element,
        drawConsents(answer, words, panel.open),
        drawMilestones(answer.milestones, words),
        drawCalendar(openDates(answer), words),
        drawStatement({ words, openSession: async () => session, staff: staffStatement(opened) }),
        drawMailWish({ answer, session, words, onChanged: (said) => refresh(box, said) }),
      ],
      actions: [button(t("mailbox.close"), box.close)],
    });
  }
}

/** Days that are still to come. */
function openDates({ milestones, today }: MailboxAnswer): { id: string; day: string }[] {
  return milestones.filter(({ state, day }) => state !== "done" && day >= today);
}

/** The statement that somebody of the office signed by hand, with their name; null until there is one. */
function staffStatement({ entries }: Opened): StaffStatement | null {
  for (const entry of entries) {
    if (entry.state === "text" && entry.statement && entry.from !== "you")
      return { name: entry.from.name, text: entry.statement };
  }
  return null;
}

type Box = { session: Session; office: Office; close: () => void };
