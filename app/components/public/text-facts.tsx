import { useLanguage, useWords } from "~/components/words";
import { LANGUAGES, type Language } from "~/locales/languages";

/** A published text as a list shows it. `quarter` is "2026-Q4". */
export type PublishedLine = { number: number; kind: string; quarter: string; language: string; title: string };

/** What a text is, its number, its quarter, and its language where that is another than the page's. */
export function TextFacts({ text: { number, kind, quarter, language } }: { text: PublishedLine }) {
  const t = useWords("decisions");
  const own = useLanguage();
  const [year, nth] = quarter.split("-Q");
  return (
    <p className="quiet">
      {t(`kind.${kind}`)} · {t("number", { number })} · {t("quarter", { nth, year })}
      {language !== own && (
        <>
          {" · "}
          {t("language", { name: LANGUAGES[language as Language] })}
        </>
      )}
    </p>
  );
}
