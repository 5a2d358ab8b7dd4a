import { useEffect, useState } from "react";
import { useWords } from "~/components/words";
import { get } from "~/desk/office-api";
import { Failure } from "../failure";
import { MailForm } from "./mail-form";
import type { MailSettingsRecord } from "./records";

/** A section of the account page: whether, where and how often the person gets mail about news. It reads its own data. */
export function MailSettings() {
  const t = useWords("notices");
  const [settings, setSettings] = useState<MailSettingsRecord | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    get<MailSettingsRecord>("/api/v1/notices/settings").then(setSettings, setError);
  }, []);
  return (
    <section className="card" aria-labelledby="mail-settings">
      <h2 id="mail-settings">{t("mine.heading")}</h2>
      <p>{t("mine.lead")}</p>
      <p className="quiet">{t("mine.reveals")}</p>
      <Failure error={error} />
      {settings ? (
        <MailForm settings={settings} onSettings={setSettings} />
      ) : (
        !error && <p className="quiet">{t("mine.loading")}</p>
      )}
    </section>
  );
}
