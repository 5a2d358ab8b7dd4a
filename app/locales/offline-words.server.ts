import { catalogue } from "./catalogues.server";
import type { Language } from "./languages";
import { reporterWords } from "./reporter-words.server";

type Words = { [key: string]: string | Words };

/** The words of the page that is opened from disk: the form's, with those in place that speak of sending. */
export function offlineWords(language: Language): Words {
  const { page, sealed, instead } = catalogue(language, "offline") as { [part: string]: Words };
  const { frame } = catalogue(language, "public") as { frame: { demonstration: string } };
  const form = JSON.parse(reporterWords(language, "report")) as Words;
  const own = { offline: { page: { ...page, demonstration: frame.demonstration }, sealed: sealed ?? {} } };
  return merge(merge(form, instead ?? {}), own);
}

/** What stands on that page for as long as its script has not run. */
export function stillWords(language: Language): { stopped: string; leave: string } {
  return (catalogue(language, "offline") as { page: { stopped: string; leave: string } }).page;
}

function merge(below: Words, above: Words): Words {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = typeof value === "object" && typeof under === "object" ? merge(under, value) : value;
  }
  return merged;
}
