import { useHref } from "~/components/href";
import { PublicPage } from "~/components/public-page";
import { useWords } from "~/components/words";
import { directionOf } from "~/locales/languages";
import { type PublishedLine, TextFacts } from "./text-facts";

/** One published text in its own language, and how to check that it was not changed. */
export function PublishedText({ text }: { text: PublishedLine & { paragraphs: string[]; digest: string } }) {
  const t = useWords("decisions");
  const href = useHref();
  return (
    <PublicPage>
      <article className="published">
        <div lang={text.language} dir={directionOf(text.language)}>
          <h1>{text.title}</h1>
        </div>
        <TextFacts text={text} />
        <div lang={text.language} dir={directionOf(text.language)}>
          {text.paragraphs.map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes, and two paragraphs can be alike
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      </article>
      <details className="card act">
        <summary>{t("check.heading")}</summary>
        <p>{t("check.text")}</p>
        <pre dir="ltr">{text.digest}</pre>
        <p>
          <a href={`/api/v1/decisions/${text.number}`}>{t("check.data")}</a>
        </p>
      </details>
      <p className="actions">
        <a href={href("/decisions")}>{t("all")}</a>
      </p>
    </PublicPage>
  );
}
