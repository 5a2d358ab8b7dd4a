import type { TFunction } from "i18next";
import { useLanguage, useWords } from "~/components/words";
import { Problem } from "~/desk/problem";

/** What went wrong, in words: what was and was not sent, and what to do next. Read out as it appears. */
export function Failure({ error }: { error: unknown }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const language = useLanguage();
  return (
    <div role="alert">
      {error ? <p className="note bad failure">{explain(error, t, codes, language)}</p> : null}
    </div>
  );
}

/** The sentence for an error. The server's own sentence is English, so other languages get one by its status. */
export function explain(error: unknown, t: TFunction, codes: TFunction, language: string): string {
  if (!(error instanceof Problem)) return t([`failure.${nameOf(error)}`, "failure.unknown"]);
  const { status, rule, reference, retrySeconds, title } = error;
  if (rule) return t("failure.refused", { rule: codes(`rules.${rule}`) });
  if (status === 429) return t("failure.429", { count: retrySeconds ?? 60 });
  const sentence = language === "en" && title && status !== 401 ? title : t([`failure.${status}`, "failure.other"]);
  return reference && !sentence.includes(reference) ? `${sentence} ${t("failure.reference", { reference })}` : sentence;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
