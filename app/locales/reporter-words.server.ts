import { formCatalogue } from "~/forms/words";
import type { Language } from "./languages";
import { catalogue } from "./words.server";

const SHARED = ["armored", "errors", "failure", "files", "milestone", "missing", "office", "receipt", "send"];
const OF_PAGE = {
  report: [...SHARED, "form", "kind", "people", "review", "role"],
  mailbox: [...SHARED, "mailbox", "open", "state"],
};

/** The words that the static module needs on one page, as JSON for the page's head. */
export function reporterWords(language: Language, page: keyof typeof OF_PAGE): string {
  const all = catalogue(language, "reporter");
  const words = Object.fromEntries(OF_PAGE[page].map((name) => [name, all[name]]));
  if (page === "mailbox") return JSON.stringify(words);
  // The form's own words stand beside the names of its buttons.
  return JSON.stringify({ ...words, form: { ...(words.form as object), ...formCatalogue(language) } });
}
