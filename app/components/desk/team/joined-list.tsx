import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/components/words";
import { certifyMember } from "~/desk/certify";
import type { TeamPerson } from "~/desk/records";
import { Failure } from "../failure";
import { ShortCode } from "../fingerprint";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";

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
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const certify = async () => {
    setBusy(true);
    setError(null);
    try {
      await certifyMember(desk, person);
      revalidator.revalidate();
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  return (
    <li className="card joined">
      <h3>{person.displayName}</h3>
      <p className="pills">
        {person.roles.map((role) => (
          <span className="pill" key={role}>
            {codes(`roles.${role}.label`)}
          </span>
        ))}
      </p>
      <ShortCode fingerprint={person.fingerprint} big />
      <p>{t("team.compare", { name: person.displayName })}</p>
      <Failure error={error} />
      {mayCertify && (
        <p className="actions">
          <button type="button" className="button primary" disabled={busy} onClick={() => void certify()}>
            {t(busy ? "team.certifying" : "team.certify")}
          </button>
        </p>
      )}
    </li>
  );
}
