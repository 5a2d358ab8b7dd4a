import i18next, { type i18n } from "i18next";
import Negotiator from "negotiator";
import { catalogue, offeredLanguages } from "./catalogues.server";
import { DESK_LANGUAGES, type Language } from "./languages";
import { NAMESPACES } from "./namespaces";

const instances = new Map<Language, i18n>();

/** The words of one language, with English where a word is missing; React escapes, so i18next does not. */
export function serverWords(language: Language): i18n {
  let words = instances.get(language);
  if (!words) {
    words = i18next.createInstance();
    const resourcesOf = (one: Language) => Object.fromEntries(NAMESPACES.map((name) => [name, catalogue(one, name)]));
    void words.init({
      lng: language,
      fallbackLng: "en",
      ns: [...NAMESPACES],
      defaultNS: "public",
      resources: { en: resourcesOf("en"), [language]: resourcesOf(language) },
      initImmediate: false,
      interpolation: { escapeValue: false },
    });
    instances.set(language, words);
  }
  return words;
}

/** Addresses whose pages and answers are for the people of the office. */
const DESK_PATHS = /^\/(desk|admin|setup|join|api)(\/|$)/;

/** The language of a request: asked for in the address, else the desk's choice, else what the browser prefers. */
export function languageOf(request: Request): Language {
  const { pathname, searchParams } = new URL(request.url);
  const known: readonly Language[] = DESK_PATHS.test(pathname) ? DESK_LANGUAGES : offeredLanguages();
  const find = (wanted: string | null | undefined) => known.find((language) => language === wanted);
  const kept = /(?:^|;\s*)ombra-lang=([a-z]{2})/.exec(request.headers.get("cookie") ?? "")?.[1];
  const preferred = new Negotiator({ headers: { "accept-language": request.headers.get("accept-language") ?? "en" } });
  return find(searchParams.get("lang")) ?? find(kept) ?? find(preferred.languages([...known])[0]) ?? "en";
}
