import { type RefObject, useEffect, useId, useState } from "react";
import { useWords } from "~/components/words";
import { parseSpan } from "~workflows/policy/spans";
import { ChangeFrame } from "./change-frame";
import { type DeadlineRow, TIER_ORDER } from "./policies-view";
import { useDutyWords } from "./policy-words";
import { draftOf, type SpanDraft, SpanField, spanOf } from "./span-field";
import { LEAST_REASON, usePolicyChange } from "./use-policy-change";

type Faults = { spans: (string | null)[]; reason: string | null };
const NO_FAULTS: Faults = { spans: [], reason: null };

/** Changes one duty: a length of time for each tier, and why. */
export function DeadlineForm(props: {
  rows: DeadlineRow[];
  duty: string;
  onDuty: (duty: string) => void;
  field: RefObject<HTMLSelectElement>;
}) {
  const { rows, duty, onDuty, field } = props;
  const t = useWords("policy");
  const dutyWords = useDutyWords();
  const id = useId();
  const row = rows.find((one) => one.duty === duty);
  const [drafts, setDrafts] = useState<SpanDraft[]>([]);
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState(NO_FAULTS);
  const change = usePolicyChange("deadlines");
  const held = row?.spans.join() ?? "";
  // Another duty, or a change that now holds: the fields start from what holds.
  useEffect(() => {
    setDrafts(held.split(",").map(draftOf));
    setFaults(NO_FAULTS);
  }, [held]);

  const submit = async () => {
    const spans = drafts.map((draft) => (isSpan(spanOf(draft)) ? null : t("fault.notASpan")));
    const found = { spans, reason: reason.trim().length < LEAST_REASON ? t("fault.noReason") : null };
    setFaults(found);
    if (found.reason || spans.some(Boolean)) return;
    if (await change.send({ [duty]: drafts.map(spanOf) }, reason)) setReason("");
  };

  return (
    <ChangeFrame
      heading={t("deadlines.formHeading")}
      change={change}
      reason={reason}
      onReason={setReason}
      reasonError={faults.reason}
      onSubmit={() => void submit()}
    >
      <div className="field">
        <label htmlFor={id}>{t("deadlines.duty")}</label>
        <select id={id} ref={field} value={duty} onChange={(event) => onDuty(event.target.value)}>
          {rows.map((one) => (
            <option key={one.duty} value={one.duty}>
              {dutyWords(one.duty)}
            </option>
          ))}
        </select>
      </div>
      {row?.isStatutory && <p className="note">{t("deadlines.statutory")}</p>}
      <div className="spans">
        {drafts.map((draft, nth) => (
          <SpanField
            key={TIER_ORDER[nth]}
            tier={TIER_ORDER[nth] ?? ""}
            value={draft}
            error={faults.spans[nth] ?? null}
            onValue={(value) => setDrafts(drafts.map((other, at) => (at === nth ? value : other)))}
          />
        ))}
      </div>
    </ChangeFrame>
  );
}

function isSpan(text: string): boolean {
  try {
    parseSpan(text);
    return true;
  } catch {
    return false;
  }
}
