import { useId } from "react";
import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import { factorsOf, OVERRIDES, scoreOf, tierOf } from "~/desk/tier-policy";
import { TIERS } from "~workflows/codes";
import { ManyOf, OneOf } from "../choices";
import { type ActFieldsProps, useFault } from "./act-fields";
import { TextArea } from "./text-area";

/** The triage sheet: a value for each factor, the sum, and the tier. The sheet is sealed; only the tier goes out in clear. */
export function TriageFields({ record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const error = useFault(faults);
  const computed = tierOf(record.kind, answers.factors, answers.overrides);
  return (
    <>
      <p className="note">{t("triage.sealed")}</p>
      {error("factors") && <p className="late strong">{error("factors")}</p>}
      {factorsOf(record.kind).map(({ id, most }) => (
        <FactorField
          key={id}
          id={id}
          most={most}
          value={answers.factors[id]}
          onValue={(value) => onChange({ factors: withValue(answers.factors, id, value) })}
        />
      ))}
      <ManyOf
        legend={t("triage.overrides")}
        values={answers.overrides}
        onValues={(overrides) => onChange({ overrides })}
        choices={OVERRIDES.map((value) => ({ value, label: codes(`overrides.${value}`) }))}
      />
      <p className="strong" role="status">
        {t("triage.sum", { score: number.format(scoreOf(record.kind, answers.factors)), tier: computed })}
      </p>
      <OneOf
        legend={t("triage.tier")}
        hint={t("triage.tierHint")}
        error={error("tier")}
        value={answers.tier}
        onValue={(tier) => onChange({ tier })}
        choices={TIERS.map((value) => ({
          value,
          label: `${value} · ${codes(`tiers.${value}.short`)}`,
          hint: codes(`tiers.${value}.means`),
        }))}
      />
      <TextArea
        label={t("triage.why")}
        hint={t(answers.tier && answers.tier !== computed ? "triage.whyDiffers" : "triage.whyHint")}
        error={error("tierWhy")}
        rows={4}
        value={answers.tierWhy}
        onValue={(tierWhy) => onChange({ tierWhy })}
      />
    </>
  );
}

function FactorField(props: {
  id: string;
  most: number;
  value: number | undefined;
  onValue: (value: number | null) => void;
}) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const id = useId();
  return (
    <div className="field factor">
      <label htmlFor={id}>{codes(`factors.${props.id}.label`)}</label>
      <select
        id={id}
        value={props.value ?? ""}
        onChange={(event) => props.onValue(event.target.value === "" ? null : Number(event.target.value))}
      >
        <option value="">{t("act.choose")}</option>
        {Array.from({ length: props.most + 1 }, (_, value) => (
          <option key={codes(`factors.${props.id}.values.${value}`)} value={value}>
            {codes(`factors.${props.id}.values.${value}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

function withValue(factors: Record<string, number>, id: string, value: number | null): Record<string, number> {
  const { [id]: _old, ...others } = factors;
  return value === null ? others : { ...others, [id]: value };
}
