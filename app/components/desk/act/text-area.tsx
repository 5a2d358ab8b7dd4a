import { type ReactNode, useId } from "react";
import { describedBy } from "../field";

/** Several lines of text; the writing direction follows what is typed. */
export function TextArea(props: {
  label: string;
  hint?: ReactNode;
  error?: string | null;
  after?: ReactNode;
  rows?: number;
  /** The most characters; 20,000 where nothing is said. */
  most?: number;
  value: string;
  onValue: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      {props.hint && (
        <p className="hint" id={`${id}-hint`}>
          {props.hint}
        </p>
      )}
      {props.error && (
        <p className="error" id={`${id}-error`}>
          {props.error}
        </p>
      )}
      <textarea
        id={id}
        dir="auto"
        rows={props.rows ?? 8}
        maxLength={props.most ?? 20000}
        value={props.value}
        aria-invalid={props.error ? true : undefined}
        aria-describedby={describedBy(id, props.hint, props.error)}
        onChange={(event) => props.onValue(event.target.value)}
      />
      {props.after}
    </div>
  );
}
