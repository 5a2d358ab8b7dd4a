import { useState } from "react";
import { useWords } from "~/components/words";
import type { HeldKey } from "~/desk/key-store";
import type { Desk } from "~/desk/records";
import { makeRecoveryCopy, type RecoveryCopyOfKey } from "~/desk/recovery";
import { Failure } from "./failure";
import { RecoverySheet } from "./recovery-sheet";

/** Makes a fresh recovery copy of one's own key, under twelve new words, to keep outside the office. */
export function RecoveryCopy({ desk, heldKey }: { desk: Desk; heldKey: HeldKey }) {
  const t = useWords("desk");
  const [copy, setCopy] = useState<RecoveryCopyOfKey | null>(null);
  const [error, setError] = useState<unknown>(null);
  const make = async () => {
    setError(null);
    try {
      setCopy(await makeRecoveryCopy(heldKey.privateKey));
    } catch (fault) {
      setError(fault);
    }
  };
  if (copy) {
    return (
      <RecoverySheet
        title={t("recovery.headingPerson")}
        officeName={`${desk.office.name} · ${desk.me.displayName}`}
        words={copy.words}
        files={[{ name: `${desk.me.name}-recovery.asc`, armored: copy.armored, label: t("recovery.savePerson") }]}
        fingerprint={desk.me.fingerprint}
        day={desk.today}
        confirm={t("recovery.close")}
        busy={false}
        onDone={() => setCopy(null)}
      />
    );
  }
  return (
    <section className="card" aria-labelledby="copy">
      <h2 id="copy">{t("account.recovery")}</h2>
      <p>{t("account.recoveryLead")}</p>
      <Failure error={error} />
      <p className="actions">
        <button type="button" className="button" onClick={() => void make()}>
          {t("account.recoveryMake")}
        </button>
      </p>
    </section>
  );
}
