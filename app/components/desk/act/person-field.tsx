import { useWords } from "~/components/words";
import { offerPeople, offerRoles } from "~/desk/offer-people";
import { struckBy } from "~/desk/summary";
import { useDesk } from "../use-desk";
import { type ActFieldsProps, useFault } from "./act-fields";
import { SelectField } from "./select-field";

/** Who gains access. People who must stay out of this case are not on the list, and the page says how many. */
export function PersonField({ act, record, opened, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { directory } = useDesk();
  const error = useFault(faults);
  const { people, keptOut } = offerPeople(act, record, directory, struckBy(opened));
  const find = (id: string | null) => people.find(({ person }) => person === id) ?? null;
  const choose = (id: string | null) => {
    const [only, ...more] = offerRoles(act, find(id));
    onChange({ person: find(id)?.person ?? null, role: more.length === 0 ? (only ?? null) : null });
  };
  return (
    <>
      <SelectField
        label={t(act.event === "package.send" ? "act.liaison" : "act.person")}
        hint={`${t(act.event === "package.send" ? "act.liaisonHint" : "act.personHint")} ${keptOut > 0 ? t("act.keptOut", { count: keptOut }) : ""}`.trim()}
        error={error("person")}
        empty={t("act.choose")}
        value={answers.person}
        onValue={choose}
        after={people.length === 0 && <p className="note">{t("act.nobody")}</p>}
      >
        {people.map(({ person, displayName }) => (
          <option key={person} value={person}>
            {displayName}
          </option>
        ))}
      </SelectField>
      {act.event === "access.grant" && (
        <SelectField
          label={t("act.asRole")}
          error={error("role")}
          empty={t("act.choose")}
          value={answers.role}
          onValue={(role) => onChange({ role })}
        >
          {offerRoles(act, find(answers.person)).map((role) => (
            <option key={role} value={role}>
              {codes(`roles.${role}.label`)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
