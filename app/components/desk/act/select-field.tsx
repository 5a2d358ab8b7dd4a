import { type ReactNode, useId } from "react";
import { describedBy } from "../field";

/** One of a list that is too long to show whole. `children` are the options; the first one says that nothing is chosen. */
export function SelectField(props: {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  empty: string;
  value: string | null;
  onValue: (value: string | null) => void;
  after?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const { label, hint, error, empty, value, onValue, after, children } = props;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        value={value ?? ""}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onValue(event.target.value || null)}
      >
        <option value="">{empty}</option>
        {children}
      </select>
      {after}
    </div>
  );
}
