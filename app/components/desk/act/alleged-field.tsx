import { useWords } from "~/components/words";
import { offerAlleged } from "~/desk/offer-people";
import type { Colleague } from "~/desk/records";
import { useDesk } from "../use-desk";
import { type ActFieldsProps, useFault } from "./act-fields";
import { SelectField } from "./select-field";

/** Who is said to have a conflict: people on the case first. Two others decide, and nobody loses access before. */
export function AllegedField({ record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const { me, directory } = useDesk();
  const error = useFault(faults);
  const { onCase, others } = offerAlleged(record, directory, me.person);
  const option = ({ person, displayName }: Colleague) => (
    <option key={person} value={person}>
      {displayName}
    </option>
  );
  return (
    <SelectField
      label={t("act.alleged")}
      hint={t("act.allegedHint")}
      error={error("alleged")}
      empty={t("act.choose")}
      value={answers.alleged}
      onValue={(alleged) => onChange({ alleged })}
    >
      {onCase.length > 0 && <optgroup label={t("act.onCase")}>{onCase.map(option)}</optgroup>}
      {others.length > 0 && <optgroup label={t("act.inOffice")}>{others.map(option)}</optgroup>}
    </SelectField>
  );
}
