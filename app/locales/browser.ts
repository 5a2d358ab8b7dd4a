import i18next, { type i18n } from "i18next";

const catalogues = import.meta.glob("./*/{desk,codes}.json", { import: "default" });

/** The desk's words for one language, loaded when the page starts; English stands behind it. */
export async function browserWords(language: string): Promise<i18n> {
  const resources: Record<string, Record<string, object>> = {};
  for (const lng of new Set(["en", language])) {
    resources[lng] = {};
    for (const ns of ["desk", "codes"]) {
      const load = catalogues[`./${lng}/${ns}.json`];
      if (load) resources[lng][ns] = (await load()) as object;
    }
  }
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    fallbackLng: "en",
    ns: ["desk", "codes"],
    defaultNS: "desk",
    resources,
    interpolation: { escapeValue: false },
  });
  return words;
}
