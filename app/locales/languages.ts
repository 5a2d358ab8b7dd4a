/** The languages whose catalogues are complete, in their own names. */
export const LANGUAGES = { en: "English", ar: "العربية" } as const;
export type Language = keyof typeof LANGUAGES;

/** The catalogues. `codes` holds words for ids that the machines use; both sides read it. */
export const NAMESPACES = ["public", "reporter", "desk", "codes"] as const;
export type Namespace = (typeof NAMESPACES)[number];

/** Writing direction of a language. */
export function directionOf(language: string): "rtl" | "ltr" {
  return language === "ar" ? "rtl" : "ltr";
}

/** Tells a known language from any other word. */
export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && value in LANGUAGES;
}
