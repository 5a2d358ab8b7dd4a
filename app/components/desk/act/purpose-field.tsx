import { useWords } from "~/components/words";
import { CONSENT_PURPOSES } from "~workflows/codes";
import { OneOf } from "../choices";
import { TextField } from "../field";
import { type ActFieldsProps, useFault } from "./act-fields";

/** What the reporter agreed to, and until when if they said so. */
export function PurposeField({ record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const error = useFault(faults);
  return (
    <>
      <OneOf
        legend={t("act.purpose")}
        error={error("purpose")}
        value={answers.purpose}
        onValue={(purpose) => onChange({ purpose })}
        choices={CONSENT_PURPOSES.map((value) => ({
          value,
          label: codes(`purposes.${value}.label`),
          hint: codes(`purposes.${value}.means`),
        }))}
      />
      <TextField
        type="date"
        label={t("act.until")}
        hint={t("act.untilHint")}
        min={record.today}
        value={answers.until}
        onValue={(until) => onChange({ until })}
      />
    </>
  );
}
