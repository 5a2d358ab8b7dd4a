import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { useWords } from "~/components/words";
import { certifyServerKey } from "~/desk/certify";
import { saveText } from "~/desk/save";
import { Failure } from "../failure";
import { Fingerprint } from "../fingerprint";
import { OfficeNav } from "../office-nav";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import type { NoticeKey, OfficeNotices } from "./records";
import { TroubledList } from "./troubled-list";

export type { OfficeNotices } from "./records";

/** How mail leaves the office: whether it is set up, what waits, and what does not get through. */
export function NoticesPage({ notices }: { notices: OfficeNotices }) {
  const t = useWords("notices");
  return (
    <div className="page">
      <OfficeNav />
      <h1>{t("office.heading")}</h1>
      <p className="lead">{t("office.lead")}</p>
      <MailServer notices={notices} />
      <Counts notices={notices} />
      <TroubledList troubled={notices.troubled} timeZone={notices.timeZone} canSend={notices.mail !== null} />
      <SigningKey noticeKey={notices.noticeKey} />
    </div>
  );
}

function MailServer({ notices: { mail, batchMinutes } }: { notices: OfficeNotices }) {
  const t = useWords("notices");
  if (mail) {
    const { server, from, isPrivate } = mail;
    return (
      <div className={isPrivate ? "note good" : "note"}>
        <p>{t(isPrivate ? "office.set" : "office.setOpen", { server, from })}</p>
        <p>{t("office.batches", { count: batchMinutes })}</p>
      </div>
    );
  }
  return (
    <div className="note">
      <p className="strong">{t("office.notSet")}</p>
      <p>{t("office.how")}</p>
      <pre dir="ltr">
        <code>{"SMTP_URL=smtp+starttls://name:password@mail.example.org:587\nMAIL_FROM=notices@example.org"}</code>
      </pre>
    </div>
  );
}

function Counts({ notices }: { notices: OfficeNotices }) {
  const t = useWords("notices");
  const shown = notices.mail ? (["waiting", "sentToday", "stuck", "inDesk"] as const) : (["inDesk", "stuck"] as const);
  return (
    <section className="card" aria-labelledby="counts">
      <h2 id="counts">{t("office.counts")}</h2>
      <dl className="facts">
        {shown.map((name) => (
          <div key={name}>
            <dt>{t(`office.${name}`)}</dt>
            <dd>{notices[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whether the office key vouches for the server's key; who holds a copy of the office key can make it so. */
function Certification({ noticeKey }: { noticeKey: NoticeKey }) {
  const t = useWords("notices");
  const desk = useDesk();
  const key = useKey(desk.me);
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (noticeKey.isCertified) return <p className="note good">{t("office.certified")}</p>;
  if (!desk.officeKeyWrap) return <p className="quiet">{t("office.notCertified")}</p>;
  const certify = async () => {
    setBusy(true);
    setError(null);
    await certifyServerKey(desk, noticeKey.publicKey).then(revalidator.revalidate, setError);
    setBusy(false);
  };
  return (
    <>
      <p>{t("office.notCertified")}</p>
      {key ? (
        <p className="actions">
          <button type="button" className="button" disabled={busy} onClick={() => void certify()}>
            {t("office.certify")}
          </button>
        </p>
      ) : (
        <UnlockPanel me={desk.me} />
      )}
      <Failure error={error} />
    </>
  );
}

function SigningKey({ noticeKey }: { noticeKey: OfficeNotices["noticeKey"] }) {
  const t = useWords("notices");
  return (
    <section className="card" aria-labelledby="notice-key">
      <h2 id="notice-key">{t("office.key")}</h2>
      <p>{t("office.keyLead")}</p>
      {noticeKey && (
        <>
          <Fingerprint value={noticeKey.fingerprint} label={t("office.key")} />
          <p className="actions">
            <button type="button" className="button" onClick={() => saveText("notice-key.asc", noticeKey.publicKey)}>
              {t("office.keySave")}
            </button>
          </p>
          <Certification noticeKey={noticeKey} />
        </>
      )}
    </section>
  );
}
