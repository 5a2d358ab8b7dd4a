import { useWords } from "~/components/words";
import type { TeamPerson } from "~/desk/records";
import { Fingerprint } from "../fingerprint";

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
                <span className={person.state === "active" ? "pill safe" : "pill soon"}>
                  {t([`team.states.${person.state}`, "team.states.other"])}
                </span>
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
