import type { TFunction } from "i18next";
import { useLanguage, useWords } from "~/components/words";
import { HolderError } from "~/desk/plan-keys";
import { Problem } from "~/desk/problem";
import { usePersonName } from "./use-person-name";

/** What went wrong, in words: what was and was not sent, and what to do next. Read out as it appears. */
export function Failure({ error }: { error: unknown }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const language = useLanguage();
  const holder = usePersonName(error instanceof HolderError ? error.person : null);
  return (
    <div role="alert">
      {error ? <p className="note bad">{explain(error, { t, codes, language, holder })}</p> : null}
    </div>
  );
}

type Words = { t: TFunction; codes: TFunction; language: string; holder: string };

/** The sentence for an error. The server's own sentence is English, so other languages get one by its status. */
function explain(error: unknown, { t, codes, language, holder }: Words): string {
  if (error instanceof HolderError) {
    return t("failure.HolderError", {
      name: holder,
      fault: t([`failure.fault.${error.fault}`, "failure.fault.malformed"]),
    });
  }
  if (!(error instanceof Problem))
    return t([`failure.${nameOf(error)}`, `people:fault.${nameOf(error)}`, "failure.unknown"]);
  const { status, rule, reference, retrySeconds, title } = error;
  if (status === 422 && rule && codes(`rules.${rule}`) !== `rules.${rule}`)
    return t("failure.refused", { rule: codes(`rules.${rule}`) });
  if (status === 429) return t("failure.429", { count: retrySeconds ?? 60 });
  const isOwn = language !== "en" || !title || status === 401 || rule === "actedFirst" || rule === "staleKey";
  const sentence = isOwn
    ? t([`failure.rule.${rule}`, `people:fault.${rule}`, `failure.${status}`, "failure.other"])
    : title;
  return reference && !sentence.includes(reference) ? `${sentence} ${t("failure.reference", { reference })}` : sentence;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
