import { useEffect, useRef } from "react";
import { useWords } from "~/components/words";
import type { MadeOffice } from "~/desk/new-office";
import { Failure } from "../failure";
import { Fingerprint } from "../fingerprint";
import { RecoverySheet } from "../recovery-sheet";

/** What was made: the fingerprint with what it is for, the recovery sheet, and the door. Nothing is stored before the door. */
export function SheetStep(props: { made: MadeOffice; day: string; busy: boolean; error: unknown; onOpen: () => void }) {
  const { made } = props;
  const t = useWords("desk");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <section className="card no-print">
        <p className="quiet">{t("step.of", { number: 4, of: 4 })}</p>
        <h1 ref={heading} tabIndex={-1}>
          {t("setup.sheet.heading")}
        </h1>
        <p className="lead">{t("setup.sheet.lead")}</p>
        <h2>{t("setup.sheet.fingerprint")}</h2>
        <Fingerprint value={made.fingerprint} label={t("setup.sheet.fingerprint")} />
        <p>{t("setup.sheet.fingerprintFor")}</p>
      </section>
      <RecoverySheet
        title={t("recovery.heading")}
        officeName={made.body.office.name}
        words={made.made.words}
        fingerprint={made.fingerprint}
        day={props.day}
        files={[
          { name: "ombra-office-recovery.asc", armored: made.body.office.recoveryKey, label: t("recovery.saveOffice") },
          { name: "ombra-person-recovery.asc", armored: made.body.person.recoveryKey, label: t("recovery.savePerson") },
        ]}
        confirm={t(props.busy ? "setup.sheet.opening" : "setup.sheet.open")}
        busy={props.busy}
        onDone={props.onOpen}
      />
      <Failure error={props.error} />
    </>
  );
}
