// Stays first: it says what a browser lacks, before anything that needs it.
import "./first";

import { tellWhenBroken } from "./broken";
import { findMissing } from "./capable";
import { armLeaving } from "./leave";
import { startReport } from "./report/start";
import { readWords, type Words } from "./words";

/** The one script of the reporter's pages: the same file for everybody, loading nothing from anywhere else. */
armLeaving(window);
const page = document.querySelector<HTMLElement>("[data-ombra]");
if (page && !findMissing()) start(page);

function start(place: HTMLElement): void {
  const words = readWords(document);
  tellWhenBroken(window, words);
  if (place.dataset.ombra === "report") startReport(place, words);
  else if (place.dataset.ombra === "question") void startQuestion(place, words);
  else void startMailbox(place, words);
}

/** The mailbox's part is fetched on its own page only: the form has to be small for those on a slow circuit. */
async function startMailbox(place: HTMLElement, words: Words): Promise<void> {
  const mailbox = await import("./mailbox/start");
  mailbox.startMailbox(place, words);
}

/** So is the question's. */
async function startQuestion(place: HTMLElement, words: Words): Promise<void> {
  const question = await import("./question/start");
  question.startQuestion(place, words);
}
