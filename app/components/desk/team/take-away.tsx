import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { PageSignError, signTakeAwayPage, type TakeAwayPage } from "~/desk/sign-page";
import { Failure } from "../failure";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";

/** The page that reporters take away: whether it is signed as it is now, and for those who hold the office key, signing it. */
export function TakeAway({ page }: { page: TakeAwayPage }) {
  const t = useWords("offline");
  const language = useLanguage();
  const desk = useDesk();
  return (
    <section aria-labelledby="take-away">
      <h2 id="take-away">{t("desk.title")}</h2>
      <p>{t("desk.lead")}</p>
      <dl className="facts">
        <dt>{t("desk.digest")}</dt>
        <dd className="mono digest" dir="ltr">
          {page.digest}
        </dd>
      </dl>
      {page.signedDay ? (
        <p>{t("desk.signed", { day: writeDay(page.signedDay, language, desk.today) })}</p>
      ) : (
        <Unsigned page={page} />
      )}
    </section>
  );
}

function Unsigned({ page }: { page: TakeAwayPage }) {
  const t = useWords("offline");
  const desk = useDesk();
  const key = useKey(desk.me);
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const holdsOfficeKey = desk.officeKeyWrap !== null;
  const sign = async () => {
    setBusy(true);
    setError(null);
    try {
      await signTakeAwayPage(desk, page);
    } catch (fault) {
      setError(fault);
    }
    setBusy(false);
    revalidator.revalidate();
  };
  return (
    <>
      <p className="note warn">{t("desk.unsigned")}</p>
      {!holdsOfficeKey && <p>{t("desk.others")}</p>}
      {holdsOfficeKey && !key && <UnlockPanel me={desk.me} />}
      {holdsOfficeKey && key && (
        <>
          <p>{t("desk.before")}</p>
          <p className="actions">
            <button type="button" className="button primary" disabled={busy} onClick={() => void sign()}>
              {t(busy ? "desk.signing" : "desk.sign")}
            </button>
          </p>
        </>
      )}
      {error instanceof PageSignError ? (
        <p className="note bad" role="alert">
          {t(`desk.${error.fault}`)}
        </p>
      ) : (
        <Failure error={error} />
      )}
    </>
  );
}
