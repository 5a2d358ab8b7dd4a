import type { AnswerFault } from "./answers";
import { countryName } from "./countries";
import type { Field, Kind } from "./form";

/** Words of one field. A key with a kind behind it (`label_grievance`) takes the place of the plain one. */
export type FieldCatalogue = {
  [key: string]: string | { [option: string]: string } | { [detail: string]: FieldCatalogue };
};

/** The shape of `form.json` in every language. */
export type FormCatalogue = {
  page: { [page: string]: { [key: string]: string } };
  field: { [field: string]: FieldCatalogue };
  fault: { [fault: string]: string };
};

/** The words to show one field with, for this kind. */
export type FieldWords = {
  label: string;
  hint: string;
  option: (id: string) => string;
  warn: (id: string) => string;
  /** Any other text of this field. */
  other: (key: string) => string;
};

/**
 * Picks a field's words out of the catalogue; an option without a word is shown as its code.
 *
 * Shape: `path` leads to a detail of a group: "licence.decided", "items.0.family".
 */
export function fieldWords(
  catalogue: FormCatalogue,
  { id, type }: Pick<Field, "id" | "type">,
  kind: Kind,
  path = id,
): FieldWords {
  const words = findWords(catalogue, path);
  const option = (code: string) => lookUp(words.option, code) || code;
  return {
    label: textOf(words, "label", kind) || id,
    hint: textOf(words, "hint", kind),
    option: type === "country" ? (code) => code : option,
    warn: (code) => lookUp(words.warn, code),
    other: (key) => textOf(words, key, kind),
  };
}

/** How one value is said: an option by its word, a country by its name. */
export function sayValue(field: Pick<Field, "type">, words: FieldWords, language: string, value: string): string {
  return field.type === "country" ? countryName(value, language) : words.option(value);
}

/** The heading and the sentence above a page, for this kind. */
export function pageWords(catalogue: FormCatalogue, page: string, kind: Kind): { title: string; intro: string } {
  const words = catalogue.page[page] ?? {};
  return { title: textOf(words, "title", kind) || page, intro: textOf(words, "intro", kind) };
}

/** One sentence about what has to be put right, the same on both sides. */
export function faultSentence(catalogue: FormCatalogue, fault: AnswerFault, kind: Kind): string {
  const label = (path: string) => pathLabel(catalogue, path, kind);
  const values: { [name: string]: string } = {
    label: label(fault.field),
    count: String(fault.limit ?? 0),
    other: fault.other ? label(fault.other) : "",
  };
  const text = catalogue.fault[fault.fault] ?? fault.fault;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => values[name] ?? "");
}

/** A field by its path, in words: "Licence: Decided on", "Parties (2): Name". */
function pathLabel(catalogue: FormCatalogue, path: string, kind: Kind): string {
  const steps = path.split(".");
  const label = (upTo: number) => {
    const id = steps[upTo - 1] ?? "";
    return fieldWords(catalogue, { id, type: "line" }, kind, steps.slice(0, upTo).join(".")).label;
  };
  if (steps.length === 1) return label(1);
  const row = /^\d+$/.test(steps[1] ?? "") ? ` (${Number(steps[1]) + 1})` : "";
  return row && steps.length === 2 ? label(1) + row : `${label(1)}${row}: ${label(steps.length)}`;
}

function findWords(catalogue: FormCatalogue, path: string): FieldCatalogue {
  const [id = "", ...details] = path.split(".").filter((step) => !/^\d+$/.test(step));
  let words = Object.hasOwn(catalogue.field, id) ? catalogue.field[id] : undefined;
  for (const detail of details) {
    const parts = words?.part as { [detail: string]: FieldCatalogue } | undefined;
    words = parts && Object.hasOwn(parts, detail) ? parts[detail] : undefined;
  }
  return words ?? {};
}

function textOf(words: FieldCatalogue, key: string, kind: Kind): string {
  const own = words[`${key}_${kind}`] ?? (kind === "selfDisclosure" ? words[`${key}_grievance`] : undefined);
  const text = own ?? words[key];
  return typeof text === "string" ? text : "";
}

function lookUp(list: FieldCatalogue[string] | undefined, id: string): string {
  const found = typeof list === "object" && Object.hasOwn(list, id) ? list[id] : "";
  return typeof found === "string" ? found : "";
}
