import i18next, { type i18n } from "i18next";
import { DESK_NAMESPACES } from "./namespaces";

// Both of the desk's languages; each file is a part of its own and loads when it is asked for.
const catalogues = import.meta.glob("./{en,ar}/*.json", { import: "default" });

/** The desk's words for one language, loaded when the page starts; English stands behind it. */
export async function browserWords(language: string): Promise<i18n> {
  const resources: Record<string, Record<string, object>> = {};
  for (const lng of new Set(["en", language])) {
    resources[lng] = {};
    for (const ns of DESK_NAMESPACES) {
      const load = catalogues[`./${lng}/${ns}.json`];
      if (load) resources[lng][ns] = (await load()) as object;
    }
  }
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    fallbackLng: "en",
    ns: [...DESK_NAMESPACES],
    defaultNS: "desk",
    resources,
    interpolation: { escapeValue: false },
  });
  return words;
}
