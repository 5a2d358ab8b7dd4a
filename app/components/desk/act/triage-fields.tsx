import { useLanguage, useWords } from "~/components/words";
import { localeOf, writeDay } from "~/desk/days";
import { factorsOf, OVERRIDES, weightOf } from "~/desk/tier-policy";
import { tierChoices } from "~/desk/triage/choices";
import {
  FLAG_FACTOR,
  impliedRules,
  lineFault,
  pointsOf,
  resultOf,
  rulesOf,
  type TriageDraft,
  tierPolicyOf,
  triageOf,
  withTriage,
} from "~/desk/triage/draft";
import { ALTERNATE_RULE } from "~/desk/triage/sheet";
import { ManyOf } from "../choices";
import { useDesk } from "../use-desk";
import { type ActFieldsProps, useFault } from "./act-fields";
import { TextArea } from "./text-area";
import { TriageFactor } from "./triage-factor";
import { TriageFlags } from "./triage-flags";
import { TriageTier } from "./triage-tier";

/**
 * The triage sheet: a value and a reason for each factor, the rules above the score, the sum, and the tier. The sheet is
 * sealed; only the tier, the policy's version and a commitment go out in clear.
 */
export function TriageFields({ record, opened, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const { me } = useDesk();
  const error = useFault(faults);
  const draft = triageOf(answers);
  const { weights } = tierPolicyOf(record);
  const { score, computed } = resultOf(record, draft);
  const rules = rulesOf(record, draft);
  const implied = impliedRules(record, draft);
  const change = (part: Partial<TriageDraft>) => onChange(withTriage(record, me.person, answers, part));
  const setFactor = (id: string) => (value: number | undefined, why: string) => {
    const { [id]: _old, ...others } = draft.values;
    const values = value === undefined ? others : { ...others, [id]: value };
    change({ values, whys: { ...draft.whys, [id]: why } });
  };
  const choice = tierChoices(record, me.person, computed).find(({ tier }) => tier === answers.tier);
  return (
    <>
      <p className="note">{t("triage.sealed")}</p>
      <PolicyLine {...tierPolicyOf(record)} today={record.today} />
      {error("factors") && <p className="late strong">{t("triage.incomplete")}</p>}
      <TriageFlags opened={opened} values={draft.flags} onValues={(flags) => change({ flags })} />
      {factorsOf(record.kind).map((factor) => (
        <TriageFactor
          key={factor.id}
          factor={factor}
          weight={weightOf(factor.id, weights)}
          value={factor.id === FLAG_FACTOR ? undefined : draft.values[factor.id]}
          points={pointsOf(factor, draft)}
          why={draft.whys[factor.id] ?? ""}
          fault={error("factors") ? lineFault(factor, draft) : null}
          plusOne={draft.plusOne}
          onPlusOne={(plusOne) => change({ plusOne })}
          onChange={setFactor(factor.id)}
        />
      ))}
      <ManyOf
        legend={t("triage.overrides")}
        values={rules}
        onValues={(values) => change({ rules: values.filter((rule) => !implied.includes(rule)) })}
        choices={OVERRIDES.map((value) => ({
          value,
          label: codes(`overrides.${value}`),
          disabled: implied.includes(value),
          hint: implied.includes(value) ? t(`triage.implied.${value}`) : undefined,
        }))}
      />
      {rules.includes(ALTERNATE_RULE) && <p className="note warn">{t("triage.alternate")}</p>}
      <p className="strong" role="status">
        {t("triage.sum", { score: number.format(score), tier: computed })}
      </p>
      <p className="hint">{codes("overrides.O6")}.</p>
      <p className="hint">{codes("overrides.O7")}.</p>
      <TriageTier
        choices={tierChoices(record, me.person, computed)}
        computed={computed}
        error={error("tier")}
        value={answers.tier}
        onValue={(tier) => onChange({ tier })}
      />
      <TextArea
        label={t("triage.why")}
        hint={t(choice?.differs ? "triage.whyDiffers" : "triage.whyHint")}
        error={error("tierWhy")}
        rows={4}
        value={answers.tierWhy}
        onValue={(tierWhy) => onChange({ tierWhy })}
      />
    </>
  );
}

/** Which policy the sheet follows, and whether it should have been looked at again by now. */
function PolicyLine({ version, reviewBy, today }: { version: string; reviewBy: string; today: string }) {
  const t = useWords("desk");
  const day = writeDay(reviewBy, useLanguage(), today);
  const isLate = reviewBy < today;
  return (
    <p className={isLate ? "note warn" : "quiet"}>
      {t(isLate ? "triage.policyLate" : "triage.policy", { version, day })}
    </p>
  );
}
