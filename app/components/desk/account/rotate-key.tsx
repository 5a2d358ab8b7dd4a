import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import type { HeldKey } from "~/desk/key-store";
import type { Desk } from "~/desk/records";
import type { RecoveryCopyOfKey } from "~/desk/recovery";
import { makeNextKey } from "~/desk/rotate-key";
import { OneOf } from "../choices";
import { Failure } from "../failure";
import { TextField } from "../field";
import { ShortCode } from "../fingerprint";
import { drawFirst } from "../making";
import { RecoverySheet } from "../recovery-sheet";
import { MoveWraps } from "./move-wraps";

type MadeKey = RecoveryCopyOfKey & { fingerprint: string };

/** A new key of one's own: made here, signed by the present one, certified by a colleague, and then the cases move to it. */
export function RotateKey({ desk, heldKey }: { desk: Desk; heldKey: HeldKey }) {
  const t = useWords("people");
  const recovery = useWords("desk");
  const [copy, setCopy] = useState<MadeKey | null>(null);
  const { me } = desk;
  if (copy) {
    return (
      <RecoverySheet
        title={recovery("recovery.headingPerson")}
        officeName={`${desk.office.name} · ${me.displayName}`}
        words={copy.words}
        files={[{ name: `${me.name}-recovery.asc`, armored: copy.armored, label: recovery("recovery.savePerson") }]}
        fingerprint={copy.fingerprint}
        day={desk.today}
        confirm={recovery("recovery.close")}
        busy={false}
        onDone={() => setCopy(null)}
      />
    );
  }
  return (
    <section className="card" aria-labelledby="rotate-key">
      <h2 id="rotate-key">{t("rotate.heading")}</h2>
      {(me.oldKeys ?? []).length > 0 && <MoveWraps desk={desk} heldKey={heldKey} />}
      {me.nextKey ? (
        <>
          <p className="note warn">{t("rotate.waiting")}</p>
          <ShortCode fingerprint={me.nextKey.fingerprint} big />
          <p>{t("rotate.compare")}</p>
        </>
      ) : (
        <MakeKey desk={desk} onMade={setCopy} />
      )}
    </section>
  );
}

function MakeKey({ desk, onMade }: { desk: Desk; onMade: (made: MadeKey) => void }) {
  const t = useWords("people");
  const revalidator = useRevalidator();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<"superseded" | "compromised">("superseded");
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !passphrase) return;
    setBusy(true);
    setError(null);
    try {
      await drawFirst();
      const copy = await makeNextKey(desk, passphrase, reason);
      revalidator.revalidate();
      onMade(copy);
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };
  if (!open) {
    return (
      <>
        <p>{t("rotate.lead")}</p>
        <p className="actions">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t("rotate.open")}
          </button>
        </p>
      </>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <p>{t("rotate.lead")}</p>
      <OneOf
        legend={t("rotate.why")}
        value={reason}
        onValue={(value) => setReason(value === "compromised" ? "compromised" : "superseded")}
        choices={[
          { value: "superseded", label: t("rotate.superseded"), hint: t("rotate.supersededHint") },
          { value: "compromised", label: t("rotate.compromised"), hint: t("rotate.compromisedHint") },
        ]}
      />
      <TextField
        label={t("passphrase.old")}
        hint={t("rotate.passphraseHint")}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onValue={setPassphrase}
      />
      <Failure error={error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={busy || !passphrase}>
          {t(busy ? "rotate.busy" : "rotate.do")}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => setOpen(false)}>
          {t("cancel")}
        </button>
      </p>
    </form>
  );
}
