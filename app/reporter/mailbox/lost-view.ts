import { el } from "../dom";
import type { Words } from "../words";

/**
 * For whoever has lost the words: that nobody can bring them back, that nothing is said about any report, and how to write
 * again so that the two can be joined. It is the same for everybody, since nothing is asked.
 */
export function drawLost({ t, language }: Words): HTMLElement {
  const steps = ["again", "hint", "join", "new"].map((id) => el("li", {}, t(`lost.${id}`)));
  return el(
    "details",
    { class: "card act" },
    el("summary", {}, t("open.lostTitle")),
    el("p", {}, t("open.lost")),
    el("ol", {}, ...steps),
    el("p", { class: "quiet" }, t("lost.care")),
    el("a", { class: "button", href: `/report?lang=${language}` }, t("lost.report")),
  );
}
