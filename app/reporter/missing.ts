import { drawArmoredWay } from "./armored-way";
import { findMissing } from "./capable";
import { el, note } from "./dom";
import type { Words } from "./words";

/** Says in place of the page what this browser lacks for sealing, and which way is left; does nothing where it lacks nothing. */
export function tellWhatIsMissing(place: HTMLElement, words: Words, page: "report" | "mailbox"): void {
  const missing = findMissing();
  if (!missing) return;
  const text = note("bad", el("p", {}, words.t(`missing.${missing}`)), el("p", {}, words.t("missing.nothing")));
  place.replaceChildren(el("h1", {}, words.t("missing.title")), text, drawArmoredWay(words, page));
}
