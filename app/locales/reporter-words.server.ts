import { catalogue } from "./catalogues.server";
import type { Language } from "./languages";

const SHARED = ["armored", "broken", "errors", "failure", "milestone", "missing", "office", "receipt", "send"];
const OF_PAGE = {
  report: [...SHARED, "begin", "form", "kind", "people", "review", "role"],
  mailbox: [...SHARED, "mailbox", "mail", "open", "state"],
  question: [...SHARED, "people", "role"],
};

/** The pages of the static module, each with words of its own. */
export type ModuleWords = keyof typeof OF_PAGE;

/** The words that the static module needs on one page, as JSON for the page's head. The form's own come with it later. */
export function reporterWords(language: Language, page: ModuleWords): string {
  const all = catalogue(language, "reporter");
  const { cover, work } = catalogue(language, "traces");
  const { ask, thread } = catalogue(language, "questions");
  const words = Object.fromEntries(OF_PAGE[page].map((name) => [name, all[name]]));
  if (page === "mailbox") return JSON.stringify({ ...words, ...catalogue(language, "mailbox"), thread, work });
  if (page === "question") return JSON.stringify({ ...words, ask, cover, work });
  return JSON.stringify({ ...words, cover, work });
}

/** The words for what a reporter takes along from the form's last page, as JSON. */
export function keepsakeWords(language: Language): string {
  const { keep } = catalogue(language, "mailbox");
  const { milestone } = catalogue(language, "reporter");
  return JSON.stringify({ keep, milestone });
}
