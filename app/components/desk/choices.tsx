import { type ReactNode, useId } from "react";

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type ChoicesProps = {
  legend: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  choices: Choice[];
};

/** Several of a list. */
export function ManyOf({
  values,
  onValues,
  ...rest
}: ChoicesProps & { values: string[]; onValues: (values: string[]) => void }) {
  const toggle = (value: string) =>
    onValues(values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
  return <ChoiceGroup {...rest} type="checkbox" isChosen={(value) => values.includes(value)} onChoose={toggle} />;
}

/** One of a list. */
export function OneOf({
  value,
  onValue,
  ...rest
}: ChoicesProps & { value: string | null; onValue: (value: string) => void }) {
  return <ChoiceGroup {...rest} type="radio" isChosen={(each) => each === value} onChoose={onValue} />;
}

function ChoiceGroup(
  props: ChoicesProps & {
    type: "radio" | "checkbox";
    isChosen: (value: string) => boolean;
    onChoose: (value: string) => void;
  },
) {
  const id = useId();
  const { legend, hint, error, choices, type, isChosen, onChoose } = props;
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div>
        {choices.map((choice) => (
          <label className="choice" key={choice.value}>
            <input
              type={type}
              // Radio buttons that share a name move with the arrow keys; the name never leaves the page, as no form is posted.
              {...(type === "radio" ? { name: id } : {})}
              checked={isChosen(choice.value)}
              disabled={choice.disabled}
              onChange={() => onChoose(choice.value)}
            />
            <span>
              <span className="choice-label">{choice.label}</span>
              {choice.hint && <span className="choice-hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
