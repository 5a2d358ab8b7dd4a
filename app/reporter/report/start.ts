import { isKind } from "~/forms/form";
import { formCatalogue } from "~/forms/words";
import { drawArmoredWay } from "../armored-way";
import { button, el, note } from "../dom";
import { openFrame } from "../frame";
import type { Words } from "../words";
import { deliver, startDelivery } from "./deliver";
import { newDraft } from "./draft";
import { drawKind } from "./kind-step";
import type { Ending } from "./receipt-view";

/** Sealing comes with the page's first file: what protects the words does not depend on a later fetch. */
const SEALING = { deliver, startDelivery };

/** What another page makes of the form: `endWith` another ending, for a report that goes into a file; `onBegun` hears that the first step is left. */
type Elsewhere = { endWith?: () => Ending; onBegun?: () => void };
/** Shows the first step anew, in whatever language the words are by then; the steps behind it keep theirs. */
type FirstStep = { redraw: () => void };

/**
 * Draws the first step, which needs next to nothing, and fetches the form itself once a kind was chosen: its questions
 * and words are the larger part of the page. From then on nothing but keys is fetched, so an update of the office's
 * software cannot take a step away from somebody who is writing.
 */
export function startReport(page: HTMLElement, words: Words, { endWith, onBegun }: Elsewhere = {}): FirstStep {
  const { t } = words;
  const frame = openFrame(page, words);
  const draft = newDraft(isKind(page.dataset.kind) ? page.dataset.kind : null);
  const fingerprint = page.dataset.fingerprint ?? "";
  let form: ReturnType<typeof loadForm> | null = null;
  let isGoing = false;
  render();
  return { redraw };

  function redraw(): void {
    form = null;
    render();
  }

  function render(): void {
    const next = button(t("form.next"), () => void choose(), "primary");
    const keep = button(t("begin.openDraft"), () => void enter("draft"));
    frame.show({ ...drawKind(draft, words, fetchForm), above: t("form.first"), actions: [next, keep] });
  }

  function choose(): void {
    if (draft.kind) void enter("people");
    else frame.complain([{ target: "kind", text: t("kind.missing") }]);
  }

  /** Asked for as soon as something is chosen, so that it is there when the person goes on. */
  function fetchForm(): void {
    form ??= loadForm(words.language);
    // What could not be fetched ahead is asked for again when the person goes on.
    form.catch(() => {
      form = null;
    });
  }

  async function enter(at: "people" | "draft"): Promise<void> {
    if (isGoing) return;
    isGoing = true;
    onBegun?.();
    frame.show({ title: t("begin.loading"), body: [el("progress", { "aria-label": t("begin.loading") })] });
    fetchForm();
    const loaded = await (form ?? loadForm(words.language)).catch(() => null);
    isGoing = false;
    if (!loaded) return showFailure();
    const [{ runReport }, catalogue] = loaded;
    runReport({
      page,
      frame,
      draft,
      fingerprint,
      words: words.withForm(catalogue),
      at,
      sealing: SEALING,
      ...(endWith && { endWith }),
    });
  }

  function showFailure(): void {
    const again = () => location.reload();
    frame.show({
      title: t("begin.failed"),
      body: [note("bad", el("p", {}, t("begin.failedText"))), drawArmoredWay(words, "report")],
      actions: [button(t("begin.reload"), again, "primary")],
    });
  }
}

/** The rest of the form and its words, each one file that is fetched once. */
function loadForm(language: string) {
  return Promise.all([import("./run"), formCatalogue(language)]);
}
