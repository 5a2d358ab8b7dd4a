import type { FormCatalogue } from "./field-words";

const catalogues = import.meta.glob<FormCatalogue>("../locales/*/form.json", { import: "default" });

/** The form's words in one language, fetched when they are needed; English where a language has none. */
export async function formCatalogue(language: string): Promise<FormCatalogue> {
  const load = catalogues[`../locales/${language}/form.json`] ?? catalogues["../locales/en/form.json"];
  if (!load) throw new Error("The form has no words.");
  return load();
}
