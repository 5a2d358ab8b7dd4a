import { useWords } from "~/components/words";
import { REMOVES_NEXT } from "~/desk/act-needs";
import { isAwaited, offerToTakeOff } from "~/desk/allegations";
import { ManyOf } from "../choices";
import { useDesk } from "../use-desk";
import { type ActFieldsProps, useFault } from "./act-fields";

/** Who is taken off the case. Where the case waits for one of them, whoever does it says that they know. */
export function PeopleField({ record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { me, directory } = useDesk();
  const error = useFault(faults);
  const choices = offerToTakeOff(record, directory, me.person).map(({ person, displayName, roles }) => ({
    value: person,
    label: displayName,
    hint: roles.map((role) => codes(`roles.${role}.label`)).join(t("list.comma")),
  }));
  const { attest, people } = answers;
  return (
    <>
      <ManyOf
        legend={t("act.people")}
        hint={t("act.peopleHint")}
        error={error("people")}
        choices={choices}
        values={people}
        onValues={(chosen) => onChange({ people: chosen })}
      />
      {isAwaited(record, directory, people) && (
        <ManyOf
          legend={t("act.peopleAwaited")}
          choices={[{ value: REMOVES_NEXT, label: codes(`attest.${REMOVES_NEXT}`) }]}
          values={attest.filter((code) => code === REMOVES_NEXT)}
          onValues={(said) => onChange({ attest: [...attest.filter((code) => code !== REMOVES_NEXT), ...said] })}
        />
      )}
    </>
  );
}
