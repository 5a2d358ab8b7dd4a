import { CallError, callJson } from "../api";
import { coverLater } from "../cover-later";
import { button, el, icon } from "../dom";
import { drawSome } from "../draw";
import { openFrame } from "../frame";
import { guardUnsent } from "../leave";
import { intakeWithout, loadOffice, type Office, type OfficePerson } from "../office";
import { mayHaveArrived } from "../report/deliver";
import { forget, keptOut, newDraft } from "../report/draft";
import { drawFailure } from "../report/failure-view";
import { drawPeople } from "../report/people-step";
import { showReceipt } from "../report/receipt-view";
import { checkRecipients } from "../report/seal";
import { visibleText } from "../safe-text";
import { textField } from "../text-field";
import type { Words } from "../words";
import { watchWork, workAhead } from "../work/proofs";
import { type SealedQuestion, sealQuestion } from "./seal";
import { asQuestion } from "./words";

/** A question fits well below this; a report needs more room and belongs elsewhere. */
const MOST_CHARACTERS = 20_000;

type Arrival = { day: string; dueDay: string; deleteDay: string };

/** Runs the form of a question: who is kept out, the question, and the twelve words. No history entry between steps. */
export function startQuestion(page: HTMLElement, plainWords: Words): void {
  const words = asQuestion(plainWords);
  const { t } = words;
  const fingerprint = page.dataset.fingerprint ?? "";
  const frame = openFrame(page, words);
  const draft = newDraft(null);
  let text = "";
  let office: Office | null = null;
  let recipients: OfficePerson[] = [];
  let sealed: SealedQuestion | null = null;
  let isOpen = false;
  let isDone = false;
  let isSending = false;
  const hasText = () => !isDone && text.trim() !== "";
  guardUnsent(hasText);
  coverLater({ words, page, isLoss: hasText, isBusy: () => isSending, drop });
  void fetchOffice();

  async function fetchOffice(): Promise<void> {
    frame.show({ title: t("office.loading"), body: [el("progress", { "aria-label": t("office.loading") })] });
    try {
      office = await loadOffice(fingerprint);
      workAhead(office.work);
      askPeople(office);
    } catch (error) {
      fail(error, () => void fetchOffice());
    }
  }

  function askPeople(from: Office): void {
    const step = drawPeople(draft, from, words);
    const forward = () => {
      if (draft.concernsOffice === null) return frame.complain([{ target: "concerns", text: t("people.missing") }]);
      if (intakeWithout(from, keptOut(draft)).length === 0)
        return frame.complain([{ target: "struck", text: t("people.nobody") }]);
      askText(from);
    };
    const next = button(t("ask.next"), forward, "primary");
    frame.show({ ...step, above: t("ask.step", { at: 1, total: 2 }), actions: [next] });
  }

  function askText(from: Office): void {
    recipients = drawSome(intakeWithout(from, keptOut(draft)));
    const names = recipients.map(({ name }) => `\u2068${visibleText(name)}\u2069`);
    const field = textField({
      id: "question",
      label: t("ask.label"),
      value: text,
      long: true,
      onInput: (value) => {
        text = value;
      },
    });
    const send = () => {
      const typed = text.trim();
      if (typed === "") return frame.complain([{ target: "question", text: t("ask.missing") }]);
      if (typed.length > MOST_CHARACTERS)
        return frame.complain([{ target: "question", text: t("ask.tooLong", { count: MOST_CHARACTERS }) }]);
      void deliver();
    };
    frame.show({
      above: t("ask.step", { at: 2, total: 2 }),
      title: t("ask.title"),
      body: [
        el("p", { class: "lead" }, t("ask.lead")),
        field,
        el(
          "p",
          { class: "icon-row" },
          icon("lock"),
          el("span", {}, t("ask.recipients", { names: new Intl.ListFormat(words.language).format(names) })),
        ),
        el("p", { class: "quiet" }, t("ask.notCase")),
      ],
      actions: [button(t("ask.send"), send, "primary"), button(t("ask.back"), () => askPeople(from))],
    });
  }

  async function deliver(): Promise<void> {
    // A second click while the first is under way must not seal another question.
    if (isSending || !office) return;
    isSending = true;
    const line = el("p", { class: "quiet", "aria-live": "polite" });
    const bar = el("progress", { "aria-label": t("ask.sealing") });
    frame.show({ title: t("ask.sealing"), body: [bar, line] });
    watchWork((share) => {
      line.textContent = t("work.doing", { count: Math.round(share * 100) });
    });
    try {
      sealed ??= await seal(office);
      line.textContent = t("ask.sending");
      const arrival = await callJson<Arrival>("/api/v1/questions", {
        method: "POST",
        body: sealed.request,
        thing: sealed.question,
      });
      done(sealed, arrival);
    } catch (error) {
      // Before anything was sealed nothing can have arrived.
      isOpen = sealed !== null && mayHaveArrived(error, isOpen);
      fail(error, () => void deliver());
    } finally {
      isSending = false;
    }
  }

  async function seal(from: Office): Promise<SealedQuestion> {
    const now = new Date();
    const checked = await checkRecipients(intakeWithout(from, keptOut(draft)), from, now);
    const drawn = new Set(recipients.map(({ person }) => person));
    return sealQuestion({
      text: text.trim(),
      language: words.language,
      office: from,
      recipients: checked.filter(({ person }) => drawn.has(person)),
      now,
    });
  }

  function done({ receipt }: SealedQuestion, { day, dueDay, deleteDay }: Arrival): void {
    isDone = true;
    forgetAll();
    const milestones = [
      { id: "answer", day: dueDay },
      { id: "threadEnds", day: deleteDay },
    ];
    showReceipt({ frame, words, receipt, arrival: { reference: "", day, milestones }, fingerprint });
  }

  function fail(error: unknown, again: () => void): void {
    const change = () => {
      sealed = null;
      void fetchOffice();
    };
    const leaveOut = (person: string) => {
      draft.leftOut.add(person);
      if (office) askText(office);
    };
    const delivery = error instanceof CallError ? { recipients, sealed: null, isOpen } : null;
    frame.show(drawFailure({ error, delivery, words, again, change, leaveOut }));
  }

  function drop(): void {
    forgetAll();
    sealed = null;
  }

  function forgetAll(): void {
    text = "";
    forget(draft);
  }
}
