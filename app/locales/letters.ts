import i18next, { type TFunction } from "i18next";

const letters = import.meta.glob<object>("./*/letters.json", { import: "default" });

/**
 * The words of what the office writes to a reporter, in the reporter's language; English where it has none.
 *
 * Shape: `language` is the one that was found.
 */
export async function letterWords(wanted: string): Promise<{ t: TFunction; language: string }> {
  const language = letters[`./${wanted}/letters.json`] ? wanted : "en";
  const words = i18next.createInstance();
  await words.init({
    lng: language,
    ns: ["letters"],
    defaultNS: "letters",
    resources: { [language]: { letters: (await letters[`./${language}/letters.json`]?.()) ?? {} } },
    interpolation: { escapeValue: false },
  });
  return { t: words.t, language };
}
