import { useWords } from "~/components/words";
import { certifyNextKey } from "~/desk/end-line";
import type { TeamPerson } from "~/desk/records";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { CertifyCard } from "./certify-card";

/** Colleagues who made a new key. It counts once somebody with the office key has compared the code with them. */
export function NextKeys({ people, mayCertify }: { people: TeamPerson[]; mayCertify: boolean }) {
  const t = useWords("people");
  const desk = useDesk();
  const key = useKey(desk.me);
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="next-keys">
      <h2 id="next-keys">{t("next.heading")}</h2>
      <p>{t(mayCertify ? "next.lead" : "next.leadOthers")}</p>
      {mayCertify && !key && <UnlockPanel me={desk.me} />}
      <ul className="plain">
        {people.map((person) => (
          <NextKey key={person.person} person={person} mayCertify={mayCertify && key !== null} />
        ))}
      </ul>
    </section>
  );
}

function NextKey({ person, mayCertify }: { person: TeamPerson; mayCertify: boolean }) {
  const t = useWords("people");
  const desk = useDesk();
  const { next, displayName: name } = person;
  if (!next) return null;
  return (
    <CertifyCard
      name={name}
      fingerprint={next.fingerprint}
      about={<p>{t(`next.reason.${next.reason}`, { name })}</p>}
      compare={t("next.compare", { name })}
      button={{ rest: t("next.certify"), busy: t("next.busy") }}
      mayCertify={mayCertify}
      certify={() => certifyNextKey(desk, person)}
    />
  );
}
