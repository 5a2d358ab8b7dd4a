import { type FormEvent, type ReactNode, useId } from "react";
import { useWords } from "~/components/words";
import { TextArea } from "../act/text-area";
import { PolicyFailure } from "./policy-failure";
import type { usePolicyChange } from "./use-policy-change";

/** What the forms for deadlines and weights share: the reason, what went wrong, the button, and what holds now. */
export function ChangeFrame(props: {
  heading: string;
  change: ReturnType<typeof usePolicyChange>;
  reason: string;
  onReason: (reason: string) => void;
  reasonError: string | null;
  onSubmit: () => void;
  children: ReactNode;
}) {
  const t = useWords("policy");
  const id = useId();
  const { change } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form className="card" onSubmit={submit} noValidate aria-labelledby={id}>
      <h3 id={id}>{props.heading}</h3>
      <p className="quiet">{t("form.lead")}</p>
      {props.children}
      <TextArea
        label={t("form.reason")}
        hint={t("form.reasonHint")}
        error={props.reasonError}
        rows={3}
        value={props.reason}
        onValue={props.onReason}
      />
      <PolicyFailure error={change.error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={!change.canSend}>
          {t("form.save")}
        </button>
      </p>
      <div role="status">
        {change.version && <p className="note good">{t("form.saved", { version: change.version })}</p>}
      </div>
    </form>
  );
}
