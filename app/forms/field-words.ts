import type { Field, Kind } from "./form";

/** Words of one field. A key with a kind behind it (`label_grievance`) takes the place of the plain one. */
export type FieldCatalogue = {
  [key: string]: string | { [option: string]: string };
};

/** The shape of `app/locales/{en,ar}/form.json`. */
export type FormCatalogue = {
  page: { [page: string]: { [key: string]: string } };
  field: { [field: string]: FieldCatalogue };
};

/** The words to show one field with, for this kind. */
export type FieldWords = { label: string; hint: string; option: (id: string) => string; warn: (id: string) => string };

/** Picks a field's words out of the catalogue; an option without a word is shown as its code. */
export function fieldWords(catalogue: FormCatalogue, field: Field, kind: Kind): FieldWords {
  const words = catalogue.field[field.id] ?? {};
  return {
    label: textOf(words, "label", kind) || field.id,
    hint: textOf(words, "hint", kind),
    option: (id) => lookUp(words.option, id) || id,
    warn: (id) => lookUp(words.warn, id),
  };
}

/** The heading and the sentence above a page, for this kind. */
export function pageWords(catalogue: FormCatalogue, page: string, kind: Kind): { title: string; intro: string } {
  const words = catalogue.page[page] ?? {};
  return { title: textOf(words, "title", kind) || page, intro: textOf(words, "intro", kind) };
}

function textOf(words: FieldCatalogue, key: string, kind: Kind): string {
  const own = words[`${key}_${kind}`] ?? words[key];
  return typeof own === "string" ? own : "";
}

function lookUp(list: FieldCatalogue[string] | undefined, id: string): string {
  return typeof list === "object" ? (list[id] ?? "") : "";
}
