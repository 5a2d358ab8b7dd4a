import { useId } from "react";
import { useWords } from "~/components/words";
import { offerPeople, offerRoles } from "~/desk/offer-people";
import { struckBy } from "~/desk/summary";
import { describedBy } from "../field";
import { useDesk } from "../use-desk";
import { type ActFieldsProps, useFault } from "./act-fields";

/** Who gains access. People who must stay out of this case are not on the list, and the page says how many. */
export function PersonField({ act, record, opened, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { directory } = useDesk();
  const error = useFault(faults);
  const id = useId();
  const { people, keptOut } = offerPeople(act, record, directory, struckBy(opened));
  const roles = offerRoles(act, people.find(({ person }) => person === answers.person) ?? null);
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t("act.person")}</label>
        <p className="hint" id={`${id}-hint`}>
          {t("act.personHint")} {keptOut > 0 && t("act.keptOut", { count: keptOut })}
        </p>
        {error("person") && (
          <p className="error" id={`${id}-error`}>
            {error("person")}
          </p>
        )}
        <select
          id={id}
          value={answers.person ?? ""}
          aria-describedby={describedBy(id, true, error("person"))}
          aria-invalid={error("person") ? true : undefined}
          onChange={(event) => {
            const chosen = people.find(({ person }) => person === event.target.value) ?? null;
            const [only, ...more] = offerRoles(act, chosen);
            onChange({ person: chosen?.person ?? null, role: more.length === 0 ? (only ?? null) : null });
          }}
        >
          <option value="">{t("act.choose")}</option>
          {people.map((person) => (
            <option key={person.person} value={person.person}>
              {person.displayName}
            </option>
          ))}
        </select>
        {people.length === 0 && <p className="note">{t("act.nobody")}</p>}
      </div>
      {act.event === "access.grant" && (
        <div className="field">
          <label htmlFor={`${id}-role`}>{t("act.asRole")}</label>
          {error("role") && <p className="error">{error("role")}</p>}
          <select
            id={`${id}-role`}
            value={answers.role ?? ""}
            onChange={(event) => onChange({ role: event.target.value || null })}
          >
            <option value="">{t("act.choose")}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {codes(`roles.${role}.label`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
