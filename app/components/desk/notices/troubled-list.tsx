import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import { post } from "~/desk/office-api";
import { Failure } from "../failure";
import { useReady } from "../use-ready";
import type { TroubledMail } from "./records";

type ListProps = { troubled: TroubledMail[]; timeZone: string; canSend: boolean };

/** What does not get through: for whom, why, and when it is tried next. It never says about which case. */
export function TroubledList({ troubled, timeZone, canSend }: ListProps) {
  const t = useWords("notices");
  const [tried, setTried] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return (
    <section aria-labelledby="trouble">
      <h2 id="trouble">{t("office.trouble")}</h2>
      <p role="status">{tried ? t("office.tried") : ""}</p>
      <Failure error={error} />
      {troubled.length === 0 ? (
        <p className="quiet">{t("office.troubleNone")}</p>
      ) : (
        <>
          <p>{t("office.troubleLead")}</p>
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{t("office.name")}</th>
                <th scope="col">{t("office.fault")}</th>
                <th scope="col">{t("office.next")}</th>
                <th scope="col">{t("office.try")}</th>
              </tr>
            </thead>
            <tbody>
              {troubled.map((mail) => (
                <Line key={mail.notice} {...{ mail, timeZone, canSend, setTried, setError }} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

type LineProps = {
  mail: TroubledMail;
  timeZone: string;
  canSend: boolean;
  setTried: (tried: boolean) => void;
  setError: (error: unknown) => void;
};

function Line({ mail, timeZone, canSend, setTried, setError }: LineProps) {
  const t = useWords("notices");
  const language = useLanguage();
  const ready = useReady();
  const revalidator = useRevalidator();
  const [busy, setBusy] = useState(false);
  const name = mail.name ?? t("office.party");
  const again = async () => {
    setBusy(true);
    setError(null);
    setTried(false);
    try {
      await post("/api/v1/notices/retry", { notice: mail.notice });
      setTried(true);
      revalidator.revalidate();
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  return (
    <tr>
      <th scope="row" data-label={t("office.name")}>
        <bdi>{name}</bdi>
      </th>
      <td data-label={t("office.fault")}>
        <span>{t([`fault.${mail.fault}`, "fault.other"])}</span>
      </td>
      <td data-label={t("office.next")}>
        <span>{mail.nextTry === null ? t("office.nextNone") : writeTime(mail.nextTry, language, timeZone)}</span>
      </td>
      <td data-label={t("office.try")}>
        <button
          type="button"
          className="button"
          aria-label={t("office.againFor", { name })}
          disabled={!ready || busy || !canSend}
          onClick={() => void again()}
        >
          {t("office.again")}
        </button>
      </td>
    </tr>
  );
}

/** In the office's time zone, so that server and browser write the same. */
function writeTime(time: number, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  }).format(time);
}
