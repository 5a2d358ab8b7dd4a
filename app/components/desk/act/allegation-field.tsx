import { useLanguage, useWords } from "~/components/words";
import { allegationsFor } from "~/desk/allegations";
import { writeDay } from "~/desk/days";
import type { CaseRecord } from "~/desk/records";
import type { Allegation } from "~workflows";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";
import { type ActFieldsProps, useFault } from "./act-fields";
import { SelectField } from "./select-field";

/** Which of several allegations is answered. */
export function AllegationField(props: ActFieldsProps) {
  const t = useWords("desk");
  const error = useFault(props.faults);
  const { act, record, answers, onChange } = props;
  return (
    <SelectField
      label={t("act.allegation")}
      hint={t("act.allegationHint")}
      error={error("allegation")}
      empty={t("act.choose")}
      value={answers.allegation}
      onValue={(allegation) => onChange({ allegation })}
    >
      {allegationsFor(record, act.event).map((one) => (
        <AllegationOption key={one.id} allegation={one} />
      ))}
    </SelectField>
  );
}

/** Where the reporter described somebody in words: whether this says who is meant, or names somebody else. */
export function DescribedField({ act, record, answers, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const described = allegationsFor(record, act.event);
  if (described.length === 0) return null;
  return (
    <SelectField
      label={t("act.described")}
      hint={t("act.describedHint")}
      error={null}
      empty={t("act.describedNone")}
      value={answers.allegation}
      onValue={(allegation) => onChange({ allegation })}
    >
      {described.map((one) => (
        <AllegationOption key={one.id} allegation={one} />
      ))}
    </SelectField>
  );
}

/** Whom an answer is about, in words: nobody signs about a number. */
export function AllegationSaid({ record, id }: { record: Pick<CaseRecord, "snapshot">; id: string | null }) {
  const write = useAllegationWords();
  const said = record.snapshot.context.allegations.find((one) => one.id === id);
  const name = usePersonName(said?.person ?? null);
  const by = usePersonName(said?.by ?? null);
  return said ? <p className="strong">{write(said, name, by)}</p> : null;
}

function AllegationOption({ allegation }: { allegation: Allegation }) {
  const write = useAllegationWords();
  const name = usePersonName(allegation.person);
  const by = usePersonName(allegation.by);
  return <option value={allegation.id}>{write(allegation, name, by)}</option>;
}

function useAllegationWords() {
  const t = useWords("desk");
  const language = useLanguage();
  const { today } = useDesk();
  return ({ person, day }: Allegation, name: string, by: string) => {
    const said = { by, day: writeDay(day, language, today) };
    return person === null ? t("act.allegedInWords", said) : t("act.allegedPerson", { ...said, name });
  };
}
