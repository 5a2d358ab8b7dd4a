import { el } from "../dom";
import { tellWhatIsMissing } from "../missing";
import { makeWords } from "../words";
import { type PageLanguage, type PageOffice, readBlock } from "./page-data";
import { switchableWords } from "./switchable-words";

// This file runs before OpenPGP.js does: where a browser has no cryptography that throws, and nothing after it would run.

export const languages = readBlock<{ [code: string]: PageLanguage }>(document, "languages");
export const office = readBlock<PageOffice>(document, "office");
export const { words, speak } = switchableWords(wordsOf(preferred()));
showLanguage();

const place = document.querySelector("main");
if (place) {
  tellWhatIsMissing(place, words, "report");
  mendLinks(place, office.origin);
}

/** The words of one of the page's languages. */
export function wordsOf(code: string) {
  return makeWords(languages[code]?.words ?? {}, code);
}

/** Tells the browser which language the page speaks now, and in which direction. */
export function showLanguage(): void {
  document.documentElement.lang = words.language;
  document.documentElement.dir = languages[words.language]?.dir ?? "ltr";
}

/** Links to the office's pages lead nowhere from a disk: they get the office's address, or become text. */
export function mendLinks(root: Element, origin: string): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')) {
    const path = link.getAttribute("href") ?? "";
    if (origin) link.href = origin + path;
    else link.replaceWith(el("span", {}, `${link.textContent} (${path.replace(/\?.*/, "")})`));
  }
}

/** The first language that the browser asks for and the page speaks. */
function preferred(): string {
  const known = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return known.find((code) => code in languages) ?? "en";
}
