import type { FormCatalogue } from "~/forms";

type Catalogue = { [key: string]: string | Catalogue };
type Values = { [name: string]: string | number };

/** The page's words: `t("send.parts", { done, total })`. */
export type Words = {
  language: string;
  t: (key: string, values?: Values) => string;
  /** Whether the catalogue has a word for this key; ids from the server may be newer than the page. */
  has: (key: string) => boolean;
  form: FormCatalogue;
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
  // Western digits in every language, as in the rest of the text and in the receipt.
  const dates = new Intl.DateTimeFormat(language === "en" ? "en-GB" : `${language}-u-nu-latn`, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return {
    language,
    t,
    has: (key) => find(key) !== undefined,
    form: (catalogue.form ?? { page: {}, field: {} }) as unknown as FormCatalogue,
    day: (day) => dates.format(new Date(`${day}T00:00:00Z`)),
  };
}

/** A name in another script must not turn the sentence around it (Unicode bidi isolates). */
function isolate(value: string | number): string {
  return typeof value === "string" ? `\u2068${value}\u2069` : String(value);
}
