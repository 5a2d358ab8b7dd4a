/**
 * The languages of the public and the reporter's pages, in their own names. Each is offered as soon as its catalogue is
 * complete (`offeredLanguages`), so that nobody meets a page that changes its language half-way.
 */
export const LANGUAGES = {
  en: "English",
  ar: "العربية",
  fr: "Français",
  es: "Español",
  ru: "Русский",
  zh: "简体中文",
  fa: "فارسی",
} as const;
export type Language = keyof typeof LANGUAGES;

/** The languages of the desk and of the office's own pages. */
export const DESK_LANGUAGES = ["en", "ar"] as const satisfies readonly Language[];
export type DeskLanguage = (typeof DESK_LANGUAGES)[number];

const RIGHT_TO_LEFT: readonly string[] = ["ar", "fa"];

/** Writing direction of a language. */
export function directionOf(language: string): "rtl" | "ltr" {
  return RIGHT_TO_LEFT.includes(language) ? "rtl" : "ltr";
}

/** Tells a known language from any other word. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && Object.hasOwn(LANGUAGES, value);
}
