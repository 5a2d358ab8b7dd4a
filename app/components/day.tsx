import { useLanguage } from "~/components/words";
import { writeDay } from "~/locales/write-day";

/** A day written out, such as 30 November 2026. */
export function Day({ value }: { value: string }) {
  return <time dateTime={value}>{writeDay(value, useLanguage())}</time>;
}
