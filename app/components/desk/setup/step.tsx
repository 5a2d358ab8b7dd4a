import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useWords } from "~/components/words";
import { useReady } from "../use-ready";

/** One step of several: a heading that takes the focus, its fields, and the way on and back. */
export function Step(props: {
  number: number;
  of: number;
  heading: string;
  lead: string;
  next: string;
  busy?: boolean;
  onNext: () => void;
  onBack?: (() => void) | undefined;
  children: ReactNode;
}) {
  const t = useWords("desk");
  const ready = useReady();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (props.number > 1) heading.current?.focus();
  }, [props.number]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !props.busy) props.onNext();
  };
  return (
    <form className="card step" onSubmit={submit} noValidate>
      <p className="quiet">{t("step.of", { number: props.number, of: props.of })}</p>
      <h1 ref={heading} tabIndex={-1}>
        {props.heading}
      </h1>
      <p className="lead">{props.lead}</p>
      {props.children}
      <p className="actions">
        <button type="submit" className="button primary" disabled={!ready || props.busy}>
          {props.next}
        </button>
        {props.onBack && (
          <button type="button" className="button" onClick={props.onBack}>
            {t("step.back")}
          </button>
        )}
      </p>
    </form>
  );
}
