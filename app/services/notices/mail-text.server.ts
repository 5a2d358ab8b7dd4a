import { catalogue, offeredLanguages } from "~/locales/catalogues.server";
import { DESK_LANGUAGES, type Language } from "~/locales/languages";

/**
 * What a notice says, in every language at once: it must not depend on who reads it. No case, no kind, no name and no
 * number can get in, because nothing is put in.
 */
type Reader = "staff" | "party";

/**
 * The text for people of the office, in the desk's languages.
 *
 * Shape: plain text; `deskOrigin` is the same in every mail, null where the operator has named none.
 */
export function staffText(deskOrigin: string | null, isRepeated: boolean): string {
  return paragraphs([deskOrigin ?? "", ...sentences("staff", DESK_LANGUAGES, isRepeated)]);
}

/**
 * The text for an exporter or a group that asked for mail, in every language that the pages are offered in. It holds no
 * link, so that nobody learns to follow one.
 */
export function partyText(isRepeated: boolean): string {
  return paragraphs(sentences("party", offeredLanguages(), isRepeated));
}

function sentences(reader: Reader, languages: readonly Language[], isRepeated: boolean): string[] {
  return languages.map((language) => {
    const words = catalogue(language, "mail")[reader] as Record<"news" | "again", string>;
    return isRepeated ? `${words.news} ${words.again}` : words.news;
  });
}

function paragraphs(all: readonly string[]): string {
  return all.filter(Boolean).join("\n\n").concat("\n");
}
