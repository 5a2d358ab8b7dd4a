import { useLanguage, useWords } from "~/components/words";
import { LEAST_RATIONALE } from "~/desk/act-answers";
import { reasonsKind } from "~/desk/act-items";
import { localeOf } from "~/desk/days";
import type { ActFieldsProps } from "./act-fields";
import { TextArea } from "./text-area";

/** The reasons, with a count of what is written. A second person judges them; the count only stops an empty gesture. */
export function RationaleField({ act, answers, onChange, error }: ActFieldsProps & { error: string | null }) {
  const t = useWords("desk");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const length = answers.rationale.trim().length;
  return (
    <TextArea
      label={t(`act.reasons.${reasonsKind(act.event)}`)}
      hint={t("act.rationaleHint", { least: number.format(LEAST_RATIONALE) })}
      error={error}
      rows={12}
      value={answers.rationale}
      onValue={(rationale) => onChange({ rationale })}
      after={
        <p className={length < LEAST_RATIONALE ? "small quiet" : "small good"}>
          {t("act.rationaleCount", { written: number.format(length), least: number.format(LEAST_RATIONALE) })}
        </p>
      }
    />
  );
}
