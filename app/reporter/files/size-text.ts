import { writeSize } from "~/locales/write-size";

/** A size as people say it, in the language of the page. Units: bytes. */
export function sizeText(bytes: number): string {
  return writeSize(bytes, document.documentElement.lang || "en");
}
