import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { leftOn } from "~/desk/former";
import type { TeamPerson } from "~/desk/records";
import { Fingerprint } from "../fingerprint";
import { KeyEndPill } from "../key-end";
import { useDesk } from "../use-desk";

/** Whether a person works here, and for one who left since when not. */
function PersonState({ person }: { person: TeamPerson }) {
  const t = useWords("desk");
  const words = useWords("people");
  const language = useLanguage();
  const desk = useDesk();
  const left = person.state === "left" ? leftOn(desk, person.person) : null;
  if (left) return <span className="pill">{words("leftOn", { day: writeDay(left, language, desk.today) })}</span>;
  return (
    <>
      <span className={person.state === "active" ? "pill safe" : "pill soon"}>
        {t([`team.states.${person.state}`, "team.states.other"])}
      </span>
      <KeyEndPill end={person.keyEnd} />
      {person.holdsOfficeKey && <span className="pill">{words("holdsOfficeKey")}</span>}
    </>
  );
}

/** Everybody with a certified key. */
export function PeopleTable({ people }: { people: TeamPerson[] }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t("team.people")}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{t("team.name")}</th>
            <th scope="col">{t("team.roles")}</th>
            <th scope="col">{t("team.state")}</th>
            <th scope="col">{t("team.fingerprint")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.person}>
              <th scope="row" data-label={t("team.name")}>
                <span className="strong">{person.displayName}</span>
                <bdi className="quiet small">{person.name}</bdi>
              </th>
              <td data-label={t("team.roles")}>
                <span className="pills">
                  {person.roles.map((role) => (
                    <span className="pill" key={role}>
                      {codes(`roles.${role}.label`)}
                    </span>
                  ))}
                </span>
              </td>
              <td data-label={t("team.state")}>
                <PersonState person={person} />
              </td>
              <td data-label={t("team.fingerprint")}>
                <Fingerprint value={person.fingerprint} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
