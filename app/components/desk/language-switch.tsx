import { useLanguage, useWords } from "~/components/words";
import { DESK_LANGUAGES, LANGUAGES } from "~/locales/languages";

const YEAR_SECONDS = 31_536_000;

/** The desk's language, kept in a cookie that names nobody. The page loads again, so the key has to be unlocked again. */
export function LanguageSwitch() {
  const t = useWords("desk");
  const current = useLanguage();
  return (
    <fieldset className="language">
      <legend className="visually-hidden">{t("header.language")}</legend>
      {DESK_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          className="quiet-button"
          lang={language}
          aria-pressed={language === current}
          onClick={() => choose(language)}
        >
          {LANGUAGES[language]}
        </button>
      ))}
    </fieldset>
  );
}

function choose(language: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox ESR
  document.cookie = `ombra-lang=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
  const url = new URL(window.location.href);
  url.searchParams.delete("lang");
  window.location.replace(url);
}
