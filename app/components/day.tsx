import { useLanguage } from "~/components/words";

/** A day written out, such as 30 November 2026. */
export function Day({ value }: { value: string }) {
  return <time dateTime={value}>{writeDay(value, useLanguage())}</time>;
}

/** A day in words, with Western digits in every language, as in identifiers and commands. */
export function writeDay(day: string, language: string): string {
  const locale = language === "en" ? "en-GB" : `${language}-u-nu-latn`;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}
