import { useId } from "react";
import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import type { Factor } from "~/desk/tier-policy";
import { FLAG_FACTOR, PLUS_FACTOR } from "~/desk/triage/draft";
import { TextField } from "../field";

/** F12 has two points for what was done; the third is for whom it was done to. */
const PLUS_FACTOR_MOST = 2;

type TriageFactorProps = {
  factor: Factor;
  weight: number;
  /** What was chosen; undefined while nothing is, and for the factor that is counted. */
  value: number | undefined;
  points: number | undefined;
  why: string;
  fault: "value" | "why" | null;
  plusOne: boolean;
  onPlusOne: (plusOne: boolean) => void;
  onChange: (value: number | undefined, why: string) => void;
};

/** One line of the sheet: value, points times weight, and why. */
export function TriageFactor(props: TriageFactorProps) {
  const { factor, value, points, why, fault } = props;
  const t = useWords("desk");
  const codes = useWords("codes");
  const label = codes(`factors.${factor.id}.label`);
  return (
    <div className="field factor">
      <div>
        {factor.id === FLAG_FACTOR ? <Counted {...props} label={label} /> : <Chosen {...props} label={label} />}
        {factor.id === PLUS_FACTOR && (
          <label className="choice">
            <input type="checkbox" checked={props.plusOne} onChange={() => props.onPlusOne(!props.plusOne)} />
            <span className="choice-label">{t("triage.plusOne")}</span>
          </label>
        )}
        <LineSum points={points} weight={props.weight} />
      </div>
      {points !== undefined && (
        <TextField
          label={t("triage.lineWhy", { factor: label })}
          hint={points > 0 ? undefined : t("triage.lineWhyHint")}
          error={fault === "why" ? t("triage.lineWhyMissing") : null}
          maxLength={500}
          dir="auto"
          value={why}
          onValue={(text) => props.onChange(value, text)}
        />
      )}
    </div>
  );
}

function Chosen({ factor, label, value, why, fault, onChange }: TriageFactorProps & { label: string }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const id = useId();
  const hasPlus = factor.id === PLUS_FACTOR;
  const most = hasPlus ? PLUS_FACTOR_MOST : factor.most;
  const wordsOf = (points: number) =>
    hasPlus ? t(`triage.misuse.${points}`) : codes(`factors.${factor.id}.values.${points}`);
  return (
    <>
      <label className="strong" htmlFor={id}>
        {label}
      </label>
      <p className="hint" id={`${id}-meaning`}>
        {codes(`factors.${factor.id}.why`, { defaultValue: "" })}
      </p>
      {fault === "value" && (
        <p className="error" id={`${id}-error`}>
          {t("triage.lineValueMissing")}
        </p>
      )}
      <select
        id={id}
        value={value ?? ""}
        aria-invalid={fault === "value" ? true : undefined}
        aria-describedby={`${id}-meaning${fault === "value" ? ` ${id}-error` : ""}`}
        onChange={(event) => onChange(event.target.value === "" ? undefined : Number(event.target.value), why)}
      >
        <option value="">{t("act.choose")}</option>
        {Array.from({ length: most + 1 }, (_, points) => (
          <option key={wordsOf(points)} value={points}>
            {wordsOf(points)}
          </option>
        ))}
      </select>
    </>
  );
}

/** The number of confirmed red flags decides; nothing is chosen here. */
function Counted({ factor, label, points }: TriageFactorProps & { label: string }) {
  const codes = useWords("codes");
  return (
    <>
      <p className="strong">{label}</p>
      <p role="status">{codes(`factors.${factor.id}.values.${points ?? 0}`)}</p>
    </>
  );
}

function LineSum({ points, weight }: { points: number | undefined; weight: number }) {
  const t = useWords("desk");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const sum = { points: number.format(points ?? 0), weight: number.format(weight) };
  return (
    <p className="hint factor-sum">
      {points === undefined
        ? t("triage.lineWeight", sum)
        : t("triage.lineSum", { ...sum, product: number.format(points * weight) })}
    </p>
  );
}
