import { isNeeded, type Namespace } from "./namespaces";

/** One file of words, as it is written: i18next's JSON, format 4. */
export type Catalogue = { [key: string]: string | Catalogue };

/** The files of one language. */
export type Catalogues = Partial<Record<Namespace, Catalogue>>;

const PLURAL_FORM = /_(zero|one|two|few|many|other)$/;

/** The messages of a catalogue under their whole keys, in the order of the file. */
export function messagesOf(catalogue: Catalogue, path = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...messagesOf(value, `${path}${key}.`)],
    ),
  );
}

/**
 * The messages that a language has to have of one catalogue, each with the English text to translate.
 *
 * Shape: a counted message has one key for each plural form of the language; which keys are counted, English says by
 *        having both `_one` and `_other`. The English text of a form that English lacks is that of `_other`.
 */
export function neededMessages(language: string, namespace: Namespace, english: Catalogue): Map<string, string> {
  const texts = messagesOf(english);
  const needed = new Map<string, string>();
  for (const [key, text] of texts) {
    if (!isNeeded(language, namespace, key.replace(PLURAL_FORM, ""))) continue;
    const stem = countedStem(key, texts);
    if (stem === null) needed.set(key, text);
    else for (const form of pluralForms(language)) needed.set(`${stem}_${form}`, texts.get(`${stem}_${form}`) ?? text);
  }
  return needed;
}

/**
 * Whether a message may stand in a language: one that it needs, or a sentence of its own for "none", which any counted
 * message may have.
 */
export function isKnownMessage(key: string, needed: ReadonlyMap<string, string>): boolean {
  return needed.has(key) || (key.endsWith("_zero") && needed.has(key.replace(/_zero$/, "_other")));
}

/** What is still to be translated: the messages that a language lacks, with their English texts. */
export function missingMessages(
  language: string,
  namespace: Namespace,
  english: Catalogue,
  own: Catalogue,
): Map<string, string> {
  const there = messagesOf(own);
  return new Map([...neededMessages(language, namespace, english)].filter(([key]) => !there.has(key)));
}

/** The plural forms of a language, by the names of Unicode CLDR. */
export function pluralForms(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** The key of a counted message without its form; null for any other. `_other` alone may be an option of a question. */
function countedStem(key: string, texts: ReadonlyMap<string, string>): string | null {
  const stem = key.replace(PLURAL_FORM, "");
  return stem !== key && texts.has(`${stem}_one`) && texts.has(`${stem}_other`) ? stem : null;
}
