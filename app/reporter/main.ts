import { drawArmoredWay } from "./armored-way";
import { findMissing } from "./capable";
import { el, note } from "./dom";
import { armLeaving } from "./leave";
import { startReport } from "./report/start";
import { readWords, type Words } from "./words";

/** The one script of the reporter's pages: the same file for everybody, loading nothing from anywhere else. */
armLeaving(window);
const page = document.querySelector<HTMLElement>("[data-ombra]");
if (page) start(page);

function start(place: HTMLElement): void {
  const words = readWords(document);
  const missing = findMissing();
  const isReport = place.dataset.ombra === "report";
  if (missing) {
    const way = drawArmoredWay(words, isReport ? "report" : "mailbox");
    const text = note("bad", el("p", {}, words.t(`missing.${missing}`)), el("p", {}, words.t("missing.nothing")));
    place.replaceChildren(el("h1", {}, words.t("missing.title")), text, way);
  } else if (isReport) startReport(place, words);
  else void startMailbox(place, words);
}

/** The mailbox's part is fetched on its own page only: the form has to be small for those on a slow circuit. */
async function startMailbox(place: HTMLElement, words: Words): Promise<void> {
  const mailbox = await import("./mailbox/start");
  mailbox.startMailbox(place, words);
}
