import { isKind } from "~/forms";
import { button, el } from "../dom";
import { type Complaint, openFrame, type Screen } from "../frame";
import { guardUnsent } from "../leave";
import { intakeWithout, loadOffice, type Office } from "../office";
import type { Words } from "../words";
import { type Delivery, deliver, startDelivery } from "./deliver";
import { forget, hasContent, keptOut, newDraft } from "./draft";
import { drawFailure } from "./failure-view";
import { drawKind } from "./kind-step";
import { drawPage, findComplaints } from "./page-step";
import { drawPeople } from "./people-step";
import { drawProgress } from "./progress-view";
import { showReceipt } from "./receipt-view";
import { drawReview } from "./review-step";
import { type Step, stepsOf } from "./steps";

/** Runs the report form: one step at a time, everything in this page's memory, no history entry between steps. */
export function startReport(page: HTMLElement, words: Words): void {
  const { t } = words;
  const fingerprint = page.dataset.fingerprint ?? "";
  const draft = newDraft(isKind(page.dataset.kind) ? page.dataset.kind : null);
  const frame = openFrame(page, words);
  let office: Office | null = null;
  let maxBytes = Number.POSITIVE_INFINITY;
  let delivery: Delivery | null = null;
  let at = 0;
  let isDelivered = false;
  let isSending = false;
  guardUnsent(() => !isDelivered && hasContent(draft));
  render();

  function render(): void {
    const step = stepsOf(draft)[at];
    if (!step) return;
    if ((step.id === "people" || step.id === "review") && !office) return void fetchOffice();
    const screen = draw(step);
    const isReview = step.id === "review";
    const next = isReview
      ? button(t("review.send"), () => void send(), "primary")
      : button(t("form.next"), forward, "primary");
    const back = at > 0 ? button(t("form.back"), () => go(at - 1)) : null;
    const steps = stepsOf(draft);
    const above = draft.kind && at > 0 ? t("form.step", { at: at + 1, total: steps.length }) : t("form.first");
    frame.show({ ...screen, above, actions: [next, back] });
  }

  function draw(step: Step): Screen {
    const { kind } = draft;
    if (step.id === "kind" || !kind) return drawKind(draft, words);
    if (step.id === "page") return drawPage({ draft, kind, page: step.page, words, maxBytes: () => maxBytes });
    if (!office) throw new Error("The office was not loaded.");
    if (step.id === "people") return drawPeople(draft, office, words);
    delivery = startDelivery(office, draft);
    return drawReview({ draft, kind, office, recipients: delivery.recipients, words, edit });
  }

  function go(to: number): void {
    at = to;
    render();
  }

  function edit(id: string): void {
    const to = stepsOf(draft).findIndex((step) => (step.id === "page" ? step.page.id : step.id) === id);
    go(Math.max(0, to));
  }

  function forward(): void {
    const complaints = findInStep();
    if (complaints.length > 0) frame.complain(complaints);
    else go(at + 1);
  }

  function findInStep(): Complaint[] {
    const step = stepsOf(draft)[at];
    if (step?.id === "kind") return draft.kind ? [] : [{ target: "kind", text: t("kind.missing") }];
    if (step?.id === "page") return draft.kind ? findComplaints(draft, draft.kind, words, step.page) : [];
    if (draft.concernsOffice === null) return [{ target: "concerns", text: t("people.missing") }];
    return isNobodyLeft() ? [{ target: "struck", text: t("people.nobody") }] : [];
  }

  function isNobodyLeft(): boolean {
    return office !== null && intakeWithout(office, keptOut(draft)).length === 0;
  }

  async function fetchOffice(): Promise<void> {
    frame.show({ title: t("office.loading"), body: [el("progress", { "aria-label": t("office.loading") })] });
    try {
      office = await loadOffice(fingerprint);
      maxBytes = office.maxReportBytes;
    } catch (error) {
      return fail(error, render, () => go(at - 1));
    }
    render();
  }

  async function send(): Promise<void> {
    const { kind } = draft;
    // A second click while the first is under way must not start another delivery.
    if (isSending || !kind || !office || !delivery) return;
    if (isNobodyLeft()) return edit("people");
    const [complaint] = findComplaints(draft, kind, words);
    if (complaint) return toComplaint(complaint.target);
    isSending = true;
    const progress = drawProgress(words, draft.files.length > 0);
    frame.show(progress.screen);
    try {
      const order = { delivery, draft, kind, language: words.language, office, now: () => new Date() };
      const arrival = await deliver({ ...order, onProgress: progress.update });
      isDelivered = true;
      forget(draft);
      showReceipt({ frame, words, receipt: delivery.sealed?.words ?? [], arrival, fingerprint });
      delivery = null;
    } catch (error) {
      fail(error, () => void send(), reviewAnew);
    } finally {
      isSending = false;
    }
  }

  function toComplaint(target: string): void {
    const to = stepsOf(draft).findIndex(
      (step) => step.id === "page" && step.page.fields.some(({ id }) => `f-${id}` === target),
    );
    go(to);
    const step = stepsOf(draft)[to];
    if (step?.id === "page" && draft.kind) frame.complain(findComplaints(draft, draft.kind, words, step.page));
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
