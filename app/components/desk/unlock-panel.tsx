import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import type { Me } from "~/desk/records";
import { unlock } from "~/desk/sign-in";
import { Failure } from "./failure";
import { TextField } from "./field";
import { drawFirst } from "./making";
import { useReady } from "./use-ready";

/** Asks for the passphrase when the session lives and the key does not: after a reload, a lock or an idle quarter of an hour. */
export function UnlockPanel({ me }: { me: Me }) {
  const t = useWords("desk");
  const ready = useReady();
  const [passphrase, setPassphrase] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy || !passphrase) return;
    setBusy(true);
    setError(null);
    try {
      await drawFirst();
      await unlock(me, passphrase);
    } catch (fault) {
      setError(fault);
      setBusy(false);
    }
  };

  return (
    <form className="card unlock" onSubmit={(event) => void submit(event)} aria-labelledby="unlock" noValidate>
      <h2 id="unlock">{t("unlock.heading")}</h2>
      <p className="quiet">{t("unlock.lead", { name: me.displayName })}</p>
      <input
        type="text"
        className="visually-hidden"
        autoComplete="username"
        value={me.name}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label={t("passphrase.first")}
        type="password"
        autoComplete="current-password"
        value={passphrase}
        onValue={setPassphrase}
      />
      <Failure error={error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={!ready || busy}>
          {t(busy ? "unlock.busy" : "unlock.submit")}
        </button>
      </p>
    </form>
  );
}
