import { answersToSend, CURRENT, type Kind } from "~/forms";
import { coverLater } from "../cover-later";
import { button, el } from "../dom";
import type { Complaint, Frame, Screen } from "../frame";
import { guardUnsent } from "../leave";
import { intakeWithout, loadOffice, type Office } from "../office";
import { openUpload } from "../send/open-upload";
import type { Words } from "../words";
import { workAhead } from "../work/proofs";
import type { Delivery, deliver, startDelivery } from "./deliver";
import { type Draft, forget, hasContent, keptOut } from "./draft";
import { offerDraft } from "./draft-file/keep-view";
import { askForDraft } from "./draft-file/open-view";
import { nameFiles } from "./evidence";
import { drawFailure } from "./failure-view";
import { drawKind } from "./kind-step";
import { drawMap } from "./map-view";
import { drawPage, findComplaints } from "./page-step";
import { drawPeople } from "./people-step";
import { drawProgress } from "./progress-view";
import { type Ending, showReceipt } from "./receipt-view";
import { drawReview } from "./review-step";
import { nameOf, type Step, stepsOf } from "./steps";

type Run = {
  page: HTMLElement;
  frame: Frame;
  draft: Draft;
  fingerprint: string;
  words: Words;
  at: "people" | "draft";
  /** Where the report goes into a file, and not to the office. */
  endWith?: () => Ending;
  sealing: { deliver: typeof deliver; startDelivery: typeof startDelivery };
};

/** Runs the report form: one step at a time, everything in this page's memory, no history entry between steps. */
export function runReport({ page, frame, draft, fingerprint, words, at: start, sealing, endWith }: Run): void {
  const { t } = words;
  let office: Office | null = null;
  let maxBytes = Number.POSITIVE_INFINITY;
  let delivery: Delivery | null = null;
  let at = start === "people" ? 1 : 0;
  let isDelivered = false;
  let isSending = false;
  const hasUnsent = () => !isDelivered && hasContent(draft);
  guardUnsent(hasUnsent);
  coverLater({ words, page, isLoss: hasUnsent, isBusy: () => isSending, drop: () => forget(draft) });
  draft.seen.add("kind");
  if (start === "draft") askForDraft({ frame, draft, words, back: render });
  else render();

  function render(): void {
    const steps = stepsOf(draft);
    const step = steps[at];
    if (!step) return;
    if ((step.id === "people" || step.id === "review") && !office) return void fetchOffice();
    draft.seen.add(nameOf(step));
    const { kind } = draft;
    const above = kind && at > 0 ? drawMap({ steps, at, draft, kind, words, isFaulty, go }) : t("form.first");
    frame.show({ ...draw(step), above, actions: actionsOf(step) });
  }

  function actionsOf(step: Step): HTMLElement[] {
    const next =
      step.id === "review"
        ? button(t("review.send"), () => void send(), "primary")
        : button(t("form.next"), forward, "primary");
    if (at === 0) return [next, button(t("begin.openDraft"), () => askForDraft({ frame, draft, words, back: render }))];
    const back = button(t("form.back"), () => go(at - 1));
    const keep = button(t("form.draft.keep"), () => offerDraft({ frame, draft, words, back: render }), "quiet-button");
    return hasContent(draft) || step.id === "page" ? [next, back, keep] : [next, back];
  }

  function draw(step: Step): Screen {
    const { kind } = draft;
    if (step.id === "kind" || !kind) return drawKind(draft, words, () => undefined);
    if (step.id === "page") return drawPage({ draft, kind, page: step.page, words, maxBytes: () => maxBytes });
    if (!office) throw new Error("The office was not loaded.");
    if (step.id === "people") return drawPeople(draft, office, words);
    delivery = sealing.startDelivery(office, draft);
    return drawReview({ draft, kind, office, recipients: delivery.recipients, words, edit });
  }

  function go(to: number): void {
    at = to;
    render();
  }

  function edit(name: string): void {
    const to = stepsOf(draft).findIndex((step) => nameOf(step) === name);
    go(Math.max(0, to));
  }

  function forward(): void {
    const step = stepsOf(draft)[at];
    const complaints = step ? findInStep(step) : [];
    if (complaints.length > 0) frame.complain(complaints);
    else go(at + 1);
  }

  function findInStep(step: Step): Complaint[] {
    if (step.id === "kind") return draft.kind ? [] : [{ target: "kind", text: t("kind.missing") }];
    if (step.id === "page") return draft.kind ? findComplaints(draft, draft.kind, words, step.page) : [];
    if (draft.concernsOffice === null) return [{ target: "concerns", text: t("people.missing") }];
    return isNobodyLeft() ? [{ target: "struck", text: t("people.nobody") }] : [];
  }

  function isFaulty(step: Step): boolean {
    return step.id !== "review" && findInStep(step).length > 0;
  }

  function isNobodyLeft(): boolean {
    return office !== null && intakeWithout(office, keptOut(draft)).length === 0;
  }

  async function fetchOffice(): Promise<void> {
    frame.show({ title: t("office.loading"), body: [el("progress", { "aria-label": t("office.loading") })] });
    try {
      office = await loadOffice(fingerprint);
      maxBytes = office.maxReportBytes;
      workAhead(office.work);
    } catch (error) {
      return fail(error, render, () => go(at - 1));
    }
    render();
  }

  async function send(): Promise<void> {
    const { kind } = draft;
    // A second click while the first is under way must not start another delivery.
    if (isSending || isDelivered || !kind || !office || !delivery) return;
    const faulty = stepsOf(draft).find(isFaulty);
    if (faulty) return toComplaint(faulty);
    isSending = true;
    const progress = drawProgress(words, draft.files.length > 0);
    frame.show(progress.screen);
    try {
      const upload = draft.files.length > 0 ? await openUpload(words) : null;
      if (upload) progress.upload.replaceChildren(upload.element);
      const report = reportOf(kind);
      const order = { delivery, draft, report, language: words.language, office, now: () => new Date() };
      const arrival = await sealing.deliver({
        ...order,
        onProgress: progress.update,
        ...(upload && { line: upload.line }),
      });
      isDelivered = true;
      forget(draft);
      const ending = endWith?.();
      if (delivery.sealed)
        showReceipt({ frame, words, receipt: delivery.sealed.receipt, arrival, fingerprint, ending });
      delivery = null;
    } catch (error) {
      fail(error, () => void send(), reviewAnew);
    } finally {
      isSending = false;
    }
  }

  function reportOf(kind: Kind) {
    return { form: CURRENT.id, kind, answers: answersToSend(kind, nameFiles(draft.answers, draft.files)) };
  }

  function toComplaint(step: Step): void {
    edit(nameOf(step));
    frame.complain(findInStep(step));
  }

  /** The office's keys may have changed since they were fetched; a new attempt starts from what is true now. */
  function reviewAnew(): void {
    office = null;
    delivery = null;
    edit("review");
  }

  function fail(error: unknown, again: () => void, change: () => void): void {
    const leaveOut = (person: string) => {
      draft.leftOut.add(person);
      edit("review");
    };
    frame.show(drawFailure({ error, delivery, words, again, change, leaveOut }));
  }
}
