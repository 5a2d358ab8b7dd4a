import { useHref } from "~/components/href";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { directionOf } from "~/locales/languages";
import { type PublishedLine, TextFacts } from "./text-facts";

/** What the office made public, newest first; each title leads to the whole text. */
export function PublishedList(props: { texts: PublishedLine[]; next: number | null; isOlder: boolean }) {
  const { texts, next, isOlder } = props;
  const t = useWords("decisions");
  const href = useHref();
  return (
    <PublicPage>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <p>{t("rules")}</p>
      {texts.length === 0 && <p className="card">{t("none")}</p>}
      <ol className="plain published-list">
        {texts.map((text) => (
          <li key={text.number} className="card">
            <h2 lang={text.language} dir={directionOf(text.language)}>
              <a href={href(`/decisions/${text.number}`)}>{text.title}</a>
            </h2>
            <TextFacts text={text} />
          </li>
        ))}
      </ol>
      {(next !== null || isOlder) && (
        <p className="actions">
          {next !== null && (
            <a className="button" href={href("/decisions", { before: String(next) })}>
              {t("older")}
            </a>
          )}
          {isOlder && <a href={href("/decisions")}>{t("newest")}</a>}
        </p>
      )}
    </PublicPage>
  );
}
