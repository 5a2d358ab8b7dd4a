import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import { changePassphrase } from "~/desk/change-passphrase";
import { findPassphraseFault, NO_PASSPHRASE, type PassphraseFault } from "~/desk/passphrase-draft";
import type { Me } from "~/desk/records";
import { Failure } from "../failure";
import { TextField } from "../field";
import { drawFirst } from "../making";
import { PassphraseFields } from "../passphrase-fields";
import { useReady } from "../use-ready";

/** Another passphrase for the same keys. The old one is asked for: a desk left open must not be enough. */
export function ChangePassphrase({ me }: { me: Me }) {
  const t = useWords("people");
  const desk = useWords("desk");
  const ready = useReady();
  const revalidator = useRevalidator();
  const [open, setOpen] = useState(false);
  const [old, setOld] = useState("");
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const [fault, setFault] = useState<PassphraseFault | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || busy || !old) return;
    setError(null);
    const found = await findPassphraseFault(draft);
    setFault(found);
    if (found) return;
    setBusy(true);
    try {
      await drawFirst();
      await changePassphrase(me, old, draft.first);
      setOpen(false);
      setOld("");
      setDraft(NO_PASSPHRASE);
      setDone(true);
      revalidator.revalidate();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="card" aria-labelledby="change-passphrase">
      <h2 id="change-passphrase">{t("passphrase.heading")}</h2>
      <p>{t("passphrase.lead")}</p>
      <p role="status" className={done ? "note good" : "visually-hidden"}>
        {done ? t("passphrase.done") : ""}
      </p>
      {!open && (
        <p className="actions">
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t("passphrase.open")}
          </button>
        </p>
      )}
      {open && (
        <form onSubmit={(event) => void submit(event)} noValidate>
          <TextField
            label={t("passphrase.old")}
            type="password"
            autoComplete="current-password"
            value={old}
            onValue={setOld}
          />
          <PassphraseFields draft={draft} error={fault ? desk(`passphrase.fault.${fault}`) : null} onDraft={setDraft} />
          <Failure error={error} />
          <p className="actions">
            <button type="submit" className="button primary" disabled={!ready || busy || !old}>
              {t(busy ? "passphrase.busy" : "passphrase.do")}
            </button>
            <button type="button" className="button" disabled={busy} onClick={() => setOpen(false)}>
              {t("cancel")}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
