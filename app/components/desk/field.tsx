import { type InputHTMLAttributes, type ReactNode, useEffect, useId, useRef } from "react";

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value" | "name"> & {
  label: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  value: string;
  onValue: (value: string) => void;
};

/** A line of text with its label, hint and error. It has no `name`, so a browser cannot post it by itself. */
export function TextField({ label, hint, error, value, onValue, ...input }: FieldProps) {
  const id = useId();
  const control = useRef<HTMLInputElement>(null);
  // What was typed before the page's scripts ran stands in the box, but React does not know of it yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the moment of waking up counts
  useEffect(() => {
    const typed = control.current?.value ?? "";
    if (typed !== value) onValue(typed);
  }, []);
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
      <input
        type="text"
        {...input}
        ref={control}
        id={id}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={(event) => onValue(event.target.value)}
      />
    </div>
  );
}

/** The ids of hint and error, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
}
