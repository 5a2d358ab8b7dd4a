/**
 * The locale to write dates, numbers and lists with: the Gregorian calendar, because the law and the case count in it,
 * and Western digits in every language, as in references, receipts and commands.
 */
export function localeOf(language: string): string {
  return `${language === "en" ? "en-GB" : language}-u-ca-gregory-nu-latn`;
}

/** A day in words, such as 30 November 2026. Persian adds the same day in the calendar that its readers live by. */
export function writeDay(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  const write = (locale: string) =>
    new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }).format(date);
  const common = write(localeOf(language));
  return language === "fa" ? `${common} (${write("fa-u-ca-persian-nu-latn")})` : common;
}

/** The names of languages as a list, in the language of the page: "English and Arabic". */
export function writeLanguages(languages: readonly string[], language: string): string {
  const names = new Intl.DisplayNames([language], { type: "language", fallback: "code" });
  return new Intl.ListFormat(language, { type: "conjunction" }).format(languages.map((one) => names.of(one) ?? one));
}
