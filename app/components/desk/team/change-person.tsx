import { useState } from "react";
import { useWords } from "~/components/words";
import type { TeamPerson } from "~/desk/records";
import { SelectField } from "../act/select-field";
import { OneOf } from "../choices";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { EndPerson } from "./end-person";
import { OtherRoles } from "./other-roles";
import { ShareOfficeKey } from "./share-office-key";

const CHANGES = ["leave", "roles", "officeKey"] as const;

/** What a holder of the office key can change about a colleague: they leave, do other work, or hold the office key as well. */
export function ChangePerson({ people }: { people: TeamPerson[] }) {
  const t = useWords("people");
  const desk = useDesk();
  const key = useKey(desk.me);
  const [chosen, setChosen] = useState<string | null>(null);
  const [change, setChange] = useState<string | null>(null);
  const [done, setDone] = useState("");
  const person = people.find((one) => one.person === chosen);
  const choices = CHANGES.filter((one) => one !== "officeKey" || mayHold(person)).map((value) => ({
    value,
    label: t(`change.${value}`),
    hint: t(`change.${value}Hint`),
  }));
  const finish = (said: string) => {
    setDone(said);
    setChosen(null);
    setChange(null);
  };
  return (
    <section aria-labelledby="change-person">
      <h2 id="change-person">{t("change.heading")}</h2>
      <p>{t("change.lead")}</p>
      <p role="status" className={done ? "note good" : "visually-hidden"}>
        {done}
      </p>
      {key ? (
        <div className="card">
          <SelectField
            label={t("change.person")}
            empty={t("change.nobody")}
            value={person ? chosen : null}
            onValue={(value) => {
              setChosen(value);
              setChange(null);
              setDone("");
            }}
          >
            {people.map((one) => (
              <option key={one.person} value={one.person}>
                {one.displayName}
              </option>
            ))}
          </SelectField>
          {person && <OneOf legend={t("change.what")} choices={choices} value={change} onValue={setChange} />}
          {person && change === "leave" && <EndPerson key={person.person} person={person} onDone={finish} />}
          {person && change === "roles" && <OtherRoles key={person.person} person={person} onDone={finish} />}
          {person && change === "officeKey" && <ShareOfficeKey key={person.person} person={person} onDone={finish} />}
        </div>
      ) : (
        <UnlockPanel me={desk.me} />
      )}
    </section>
  );
}

/** Only administrators hold the office key, and one copy is enough. */
function mayHold(person: TeamPerson | undefined): boolean {
  return person?.roles.includes("administrator") === true && !person.holdsOfficeKey;
}
