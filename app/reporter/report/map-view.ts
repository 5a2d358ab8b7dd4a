import { type Kind, pageWords } from "~/forms";
import { button, el } from "../dom";
import type { Words } from "../words";
import type { Draft } from "./draft";
import { nameOf, type Step } from "./steps";

type Map = {
  steps: readonly Step[];
  at: number;
  draft: Draft;
  kind: Kind;
  words: Words;
  /** Whether something in this step has to be put right. */
  isFaulty: (step: Step) => boolean;
  go: (to: number) => void;
};

/**
 * Where you are, folded under the step's number. Steps that were seen can be gone to; those ahead are named, so that
 * nobody has to wonder what is still asked.
 */
export function drawMap({ steps, at, draft, kind, words, isFaulty, go }: Map): HTMLElement {
  const { t } = words;
  const lines = steps.map((step, index) => {
    const title = titleOf(step, kind, words);
    if (index === at) return el("li", { class: "now", "aria-current": "step" }, title, said(t("form.map.here")));
    if (!draft.seen.has(nameOf(step))) return el("li", { class: "quiet" }, title);
    const isBad = isFaulty(step);
    const link = button(title, () => go(index), "link");
    return el("li", { class: isBad ? "soon" : "done" }, link, said(t(isBad ? "form.map.faulty" : "form.map.done")));
  });
  const where = t("form.step", { at: at + 1, total: steps.length });
  const summary = el("summary", {}, where, " · ", t("form.map.show"));
  const nav = el("nav", { "aria-label": t("form.map.label") }, el("ol", {}, ...lines));
  return el("details", { class: "map" }, summary, nav);
}

/** What a step is about, in its own heading. */
export function titleOf(step: Step, kind: Kind, { t, form }: Words): string {
  return step.id === "page" ? pageWords(form, step.page.id, kind).title : t(`${step.id}.title`);
}

function said(text: string): HTMLElement {
  return el("span", { class: "small" }, ` ${text}`);
}
