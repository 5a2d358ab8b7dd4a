import { useEffect, useRef } from "react";
import { useWords } from "~/components/words";
import { Fingerprint, ShortCode } from "../fingerprint";
import type { Invitation } from "./join";
import { Step } from "./step";
import { SignInNameField } from "./you-step";

/** Who invites, to what, and the name to sign in with. */
export function WelcomeStep(props: {
  invitation: Invitation;
  name: string;
  fault: string | null;
  onName: (name: string) => void;
  onNext: () => void;
}) {
  const { invitation } = props;
  const t = useWords("desk");
  const codes = useWords("codes");
  return (
    <Step
      number={1}
      of={3}
      heading={t("join.heading", { name: invitation.displayName })}
      lead={t(invitation.invitedBy ? "join.leadBy" : "join.lead", {
        office: invitation.officeName,
        inviter: invitation.invitedBy,
      })}
      next={t("step.next")}
      onNext={props.onNext}
    >
      <h2>{t("join.roles")}</h2>
      <ul className="plain roles">
        {invitation.roles.map((role) => (
          <li key={role}>
            <span className="pill">{codes(`roles.${role}.label`)}</span> {codes(`roles.${role}.does`)}
          </li>
        ))}
      </ul>
      <h2>{t("join.office")}</h2>
      <Fingerprint value={invitation.fingerprint} label={t("join.office")} />
      <p className="quiet">{t("join.officeHint")}</p>
      <SignInNameField error={props.fault} value={props.name} onValue={props.onName} />
    </Step>
  );
}

/** The code to read aloud, and what happens next. */
export function JoinedStep({ fingerprint, invitedBy }: { fingerprint: string; invitedBy?: string | undefined }) {
  const t = useWords("desk");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="card" aria-labelledby="joined">
      <h1 id="joined" ref={heading} tabIndex={-1}>
        {t("joined.heading")}
      </h1>
      <p className="lead">{t(invitedBy ? "joined.leadBy" : "joined.lead", { inviter: invitedBy })}</p>
      <ShortCode fingerprint={fingerprint} big />
      <p>{t("joined.why")}</p>
      <p>{t("joined.then")}</p>
      <p className="actions">
        <a className="button primary" href="/desk/sign-in">
          {t("joined.signIn")}
        </a>
      </p>
      <details>
        <summary>{t("joined.full")}</summary>
        <Fingerprint value={fingerprint} />
      </details>
    </section>
  );
}
