import type { FormCatalogue } from "~/forms";
import { writeDay } from "~/locales/write-day";

/** Words by key, as deep as they are written. */
export type Catalogue = { [key: string]: string | Catalogue };
type Values = { [name: string]: string | number };

/** The page's words: `t("send.parts", { done, total })`. */
export type Words = {
  language: string;
  t: (key: string, values?: Values) => string;
  /** Whether the catalogue has a word for this key; ids from the server may be newer than the page. */
  has: (key: string) => boolean;
  form: FormCatalogue;
  /** The same with the form's words, which come after the first step. */
  withForm: (form: FormCatalogue) => Words;
  /** "2026-03-01" as people write it. */
  day: (day: string) => string;
};

/** Reads the words that the page brought along in its own head; nothing is fetched for them. */
export function readWords(page: Document): Words {
  const content = page.querySelector('meta[name="ombra-words"]')?.getAttribute("content") ?? "{}";
  return makeWords(JSON.parse(content) as Catalogue, page.documentElement.lang || "en");
}

/**
 * Words over one language's catalogue.
 *
 * Shape: with a `count` among the values, the form of the plural that the language needs is taken (`key_one`, …).
 */
export function makeWords(catalogue: Catalogue, language: string): Words {
  const plural = new Intl.PluralRules(language);
  const find = (key: string): string | undefined => {
    let at: string | Catalogue | undefined = catalogue;
    for (const step of key.split(".")) at = typeof at === "object" ? at[step] : undefined;
    return typeof at === "string" ? at : undefined;
  };
  const t = (key: string, values: Values = {}) => {
    const form = typeof values.count === "number" ? find(`${key}_${plural.select(values.count)}`) : undefined;
    const text = form ?? find(`${key}_other`) ?? find(key) ?? key;
    return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => isolate(values[name] ?? ""));
  };
  return {
    language,
    t,
    has: (key) => find(key) !== undefined,
    form: (catalogue.form ?? {}) as unknown as FormCatalogue,
    withForm: (form) =>
      makeWords(
        { ...catalogue, form: { ...(catalogue.form as Catalogue), ...(form as unknown as Catalogue) } },
        language,
      ),
    day: (day) => writeDay(day, language),
  };
}

/** A name in another script must not turn the sentence around it (Unicode bidi isolates). */
function isolate(value: string | number): string {
  return typeof value === "string" ? `\u2068${value}\u2069` : String(value);
}
