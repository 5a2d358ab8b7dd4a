import ar from "~/locales/ar/form.json";
import en from "~/locales/en/form.json";
import type { FormCatalogue } from "./field-words";

const CATALOGUES: { [language: string]: FormCatalogue } = { en, ar };

/** The form's words in one language; English where a language has none. The desk imports this when a case is opened. */
export function formCatalogue(language: string): FormCatalogue {
  return CATALOGUES[language] ?? en;
}
