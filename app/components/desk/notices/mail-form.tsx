import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import { post } from "~/desk/office-api";
import { Problem } from "~/desk/problem";
import { saveText } from "~/desk/save";
import { OneOf } from "../choices";
import { Failure } from "../failure";
import { TextField } from "../field";
import { Fingerprint } from "../fingerprint";
import { MAIL_MODES, type MailMode, type MailSettingsRecord } from "./records";

type FormProps = { settings: MailSettingsRecord; onSettings: (settings: MailSettingsRecord) => void };

/** The person's own address and how often they want to hear. */
export function MailForm({ settings, onSettings }: FormProps) {
  const t = useWords("notices");
  const [mail, setMail] = useState(settings.mail ?? "");
  const [mode, setMode] = useState<MailMode>(settings.mode);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isBadAddress = error instanceof Problem && error.rule === "badAddress";

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setSaved(false);
    setError(null);
    try {
      const address = mail.trim();
      onSettings(await post("/api/v1/notices/settings", { mail: address === "" ? null : address, mode }));
      setSaved(true);
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      {!settings.isMailSet && <p className="note">{t("mine.noServer")}</p>}
      {settings.fault && (
        <p className="note bad">{t("mine.stuck", { fault: t([`fault.${settings.fault}`, "fault.other"]) })}</p>
      )}
      <TextField
        label={t("mine.address")}
        hint={t("mine.addressHint")}
        error={isBadAddress ? t("mine.badAddress") : null}
        inputMode="email"
        dir="ltr"
        autoComplete="off"
        maxLength={254}
        value={mail}
        onValue={setMail}
      />
      <OneOf
        legend={t("mine.mode")}
        choices={MAIL_MODES.map((value) => ({
          value,
          label: t(`mine.modes.${value}`),
          hint: t(`mine.modeHints.${value}`, { count: settings.batchMinutes }),
        }))}
        value={mode}
        onValue={(value) => setMode(value as MailMode)}
      />
      <Failure error={isBadAddress ? null : error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={busy}>
          {t("mine.save")}
        </button>
        <span role="status">{saved ? t("mine.saved") : ""}</span>
      </p>
      <SignedBy settings={settings} />
    </form>
  );
}

function SignedBy({ settings: { noticeKey, from } }: { settings: MailSettingsRecord }) {
  const t = useWords("notices");
  if (!noticeKey || !from) return null;
  return (
    <>
      <p>{t("mine.verify", { from })}</p>
      <Fingerprint value={noticeKey.fingerprint} />
      <p className="actions">
        <button type="button" className="button" onClick={() => saveText("notice-key.asc", noticeKey.publicKey)}>
          {t("mine.saveKey")}
        </button>
      </p>
    </>
  );
}
