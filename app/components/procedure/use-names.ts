import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/locales/write-day";

/** The words for what the machine names, in the language of the page. */
export function useNames() {
  const codes = useWords("codes");
  const t = useWords("procedure");
  const language = useLanguage();
  const any = new Intl.ListFormat(language, { type: "disjunction" });
  return {
    t,
    kind: (id: string) => codes(`kinds.${id}.label`),
    state: (id: string) => codes(`states.${id}.label`),
    means: (id: string) => codes(`states.${id}.means`),
    event: (id: string) => codes(`events.${id}.label`),
    tier: (id: string) => codes(`tiers.${id}.short`),
    tierMeans: (id: string) => codes(`tiers.${id}.means`),
    duty: (id: string) => codes(`duties.${id.replace(/\.(\w)/, (_dot, letter: string) => letter.toUpperCase())}`),
    roles: (ids: readonly string[]) => any.format(ids.map((id) => codes(`roles.${id}.label`))),
    /** Who has a case in their hands. An authority and the other side of a case answer by the same contact. */
    holders: (ids: readonly string[]) =>
      any.format(ids.map((id) => (id === "liaison" ? t("stage.authority") : codes(`roles.${id}.label`)))),
    anyOf: (labels: string[]) => any.format(labels),
    number: new Intl.NumberFormat(localeOf(language)),
  };
}
export type Names = ReturnType<typeof useNames>;
