import { useId } from "react";
import { useWords } from "~/components/words";

/** A length of time as it is typed: the number is text until it is checked. */
export type SpanDraft = { amount: string; unit: "d" | "wd" | "m" };

export function draftOf(span: string): SpanDraft {
  const [, amount = "", unit = "d"] = /^(\d+)(d|wd|m)$/.exec(span) ?? [];
  return { amount, unit: unit as SpanDraft["unit"] };
}

export function spanOf({ amount, unit }: SpanDraft): string {
  return `${latinDigits(amount.trim())}${unit}`;
}

/** Arabic keyboards write their own digits; the policy is kept in the others. */
function latinDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}

/** A number and a unit for one tier. */
export function SpanField(props: {
  tier: string;
  value: SpanDraft;
  error: string | null;
  onValue: (value: SpanDraft) => void;
}) {
  const t = useWords("policy");
  const codes = useWords("codes");
  const id = useId();
  const { tier, value, error, onValue } = props;
  return (
    <fieldset className="field span-field">
      <legend>
        {tier} <span className="quiet">{codes(`tiers.${tier}.short`)}</span>
      </legend>
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="span-inputs">
        <label className="visually-hidden" htmlFor={`${id}-amount`}>
          {t("form.amount", { tier })}
        </label>
        <input
          id={`${id}-amount`}
          type="text"
          inputMode="numeric"
          dir="ltr"
          maxLength={4}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          value={value.amount}
          onChange={(event) => onValue({ ...value, amount: event.target.value })}
        />
        <label className="visually-hidden" htmlFor={`${id}-unit`}>
          {t("form.unit", { tier })}
        </label>
        <select
          id={`${id}-unit`}
          value={value.unit}
          onChange={(event) => onValue({ ...value, unit: event.target.value as SpanDraft["unit"] })}
        >
          {(["d", "wd", "m"] as const).map((unit) => (
            <option key={unit} value={unit}>
              {t(`unit.${unit}`)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  );
}
