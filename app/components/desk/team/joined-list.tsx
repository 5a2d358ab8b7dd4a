import { useWords } from "~/components/words";
import { certifyMember } from "~/desk/certify";
import type { TeamPerson } from "~/desk/records";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { CertifyCard } from "./certify-card";

/** People who made their key and wait. They get no case before somebody has compared the code with them. */
export function JoinedList({ people, mayCertify }: { people: TeamPerson[]; mayCertify: boolean }) {
  const t = useWords("desk");
  const desk = useDesk();
  const key = useKey(desk.me);
  const holdsOfficeKey = mayCertify && desk.officeKeyWrap !== null;
  return (
    <section aria-labelledby="joined-people">
      <h2 id="joined-people">{t("team.joined")}</h2>
      <p>{t(holdsOfficeKey ? "team.joinedLead" : "team.joinedOthers")}</p>
      {holdsOfficeKey && !key && <UnlockPanel me={desk.me} />}
      <ul className="plain">
        {people.map((person) => (
          <JoinedPerson key={person.person} person={person} mayCertify={holdsOfficeKey && key !== null} />
        ))}
      </ul>
    </section>
  );
}

function JoinedPerson({ person, mayCertify }: { person: TeamPerson; mayCertify: boolean }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const desk = useDesk();
  const { displayName: name, fingerprint, roles } = person;
  const pills = roles.map((role) => (
    <span className="pill" key={role}>
      {codes(`roles.${role}.label`)}
    </span>
  ));
  return (
    <CertifyCard
      name={name}
      fingerprint={fingerprint}
      about={<p className="pills">{pills}</p>}
      compare={t("team.compare", { name })}
      button={{ rest: t("team.certify"), busy: t("team.certifying") }}
      mayCertify={mayCertify}
      certify={() => certifyMember(desk, person)}
    />
  );
}
