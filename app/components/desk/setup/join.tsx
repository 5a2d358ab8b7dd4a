import { useState } from "react";
import { useWords } from "~/components/words";
import { type MadePerson, type MakingStep, makePerson } from "~/desk/new-person";
import { post } from "~/desk/office-api";
import { NO_PASSPHRASE } from "~/desk/passphrase-draft";
import { Problem } from "~/desk/problem";
import type { Role } from "~/desk/records";
import { isSignInName } from "~/desk/sign-in-name";
import { Failure } from "../failure";
import { drawFirst, Making } from "../making";
import { RecoverySheet } from "../recovery-sheet";
import { JoinedStep, WelcomeStep } from "./join-steps";
import { PassphraseStep } from "./passphrase-step";

export type Invitation = {
  displayName: string;
  roles: Role[];
  officeName: string;
  fingerprint: string;
  invitedBy?: string;
};
type At = "welcome" | "passphrase" | "making" | "sheet" | "joined";
const STEPS: MakingStep[] = ["personKey", "lock", "recovery"];

/** Joining by invitation: the key is made here, sent locked, and certified once two people have compared the code. */
export function Join({ token, invitation, today }: { token: string; invitation: Invitation; today: string }) {
  const t = useWords("desk");
  const [at, setAt] = useState<At>("welcome");
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [step, setStep] = useState<MakingStep>("personKey");
  const [made, setMade] = useState<MadePerson | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const leaveWelcome = () => {
    const fits = isSignInName(name);
    setFault(fits ? null : t("you.nameFault"));
    // A taken name is found out when everything is sent; the key that was made stays, only the name changes.
    if (fits) setAt(made ? "sheet" : "passphrase");
  };

  const make = async () => {
    setAt("making");
    setError(null);
    try {
      const who = { name: name.trim(), displayName: invitation.displayName, passphrase: passphrase.first };
      const result = await makePerson(who, async (next) => {
        setStep(next);
        await drawFirst();
      });
      setMade(result);
      setPassphrase(NO_PASSPHRASE);
      setAt("sheet");
    } catch (problem) {
      setError(problem);
      setAt("passphrase");
    }
  };

  const send = async () => {
    if (!made) return;
    setBusy(true);
    setError(null);
    try {
      await post(`/api/v1/join/${token}`, { ...made.person, name: name.trim() });
      setAt("joined");
    } catch (problem) {
      setError(problem);
      if (problem instanceof Problem && problem.status === 409) setAt("welcome");
    } finally {
      setBusy(false);
    }
  };

  if (at === "making") return <Making steps={STEPS} current={step} />;
  if (at === "joined" && made)
    return <JoinedStep fingerprint={made.person.fingerprint} invitedBy={invitation.invitedBy} />;
  return (
    <>
      <Failure error={error} />
      {at === "welcome" && (
        <WelcomeStep invitation={invitation} name={name} fault={fault} onName={setName} onNext={leaveWelcome} />
      )}
      {at === "passphrase" && (
        <PassphraseStep
          number={2}
          of={3}
          draft={passphrase}
          onDraft={setPassphrase}
          onNext={() => void make()}
          onBack={() => setAt("welcome")}
        />
      )}
      {at === "sheet" && made && (
        <RecoverySheet
          title={t("recovery.headingPerson")}
          officeName={`${invitation.officeName} · ${invitation.displayName}`}
          words={made.words}
          fingerprint={made.person.fingerprint}
          day={today}
          files={[
            { name: "ombra-person-recovery.asc", armored: made.person.recoveryKey, label: t("recovery.savePerson") },
          ]}
          confirm={t(busy ? "join.sending" : "join.send")}
          busy={busy}
          onDone={() => void send()}
        />
      )}
    </>
  );
}
