import i18next, { type i18n } from "i18next";
import Negotiator from "negotiator";
import arCodes from "./ar/codes.json";
import arDesk from "./ar/desk.json";
import arPublic from "./ar/public.json";
import arReporter from "./ar/reporter.json";
import enCodes from "./en/codes.json";
import enDesk from "./en/desk.json";
import enPublic from "./en/public.json";
import enReporter from "./en/reporter.json";
import { isLanguage, LANGUAGES, type Language, NAMESPACES } from "./languages";

const resources = {
  en: { public: enPublic, reporter: enReporter, desk: enDesk, codes: enCodes },
  ar: { public: arPublic, reporter: arReporter, desk: arDesk, codes: arCodes },
};

const instances = new Map<Language, i18n>();

/** The words of one language, with English where a word is missing; React escapes, so i18next does not. */
export function serverWords(language: Language): i18n {
  let words = instances.get(language);
  if (!words) {
    words = i18next.createInstance();
    void words.init({
      lng: language,
      fallbackLng: "en",
      ns: [...NAMESPACES],
      defaultNS: "public",
      resources,
      initImmediate: false,
      interpolation: { escapeValue: false },
    });
    instances.set(language, words);
  }
  return words;
}

/** One language's own catalogue of a namespace, for the static module's words. */
export function catalogue(language: Language, namespace: keyof (typeof resources)["en"]): Record<string, unknown> {
  return resources[language][namespace];
}

/** The language of a request: asked for in the address, else the desk's choice, else what the browser prefers. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  if (isLanguage(asked)) return asked;
  const kept = /(?:^|;\s*)ombra-lang=([a-z]{2})/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (isLanguage(kept)) return kept;
  const preferred = new Negotiator({ headers: { "accept-language": request.headers.get("accept-language") ?? "en" } });
  const [first] = preferred.languages(Object.keys(LANGUAGES));
  return isLanguage(first) ? first : "en";
}
