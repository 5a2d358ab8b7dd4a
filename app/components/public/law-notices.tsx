import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/locales/write-day";

/** One notice about the law of a place. */
export type LawNotice = {
  id: string;
  version: number;
  owner: string;
  source: string;
  reviewBy: string;
  state: "inDate" | "dueSoon" | "past";
};

export type Notices = { here: LawNotice[]; elsewhere: LawNotice[] };

/** What the law says about reporters, the office's own country first. A notice past its date says so above its words. */
export function LawNotices({ notices: { here, elsewhere } }: { notices: Notices }) {
  const t = useWords("guidance");
  return (
    <section id="law">
      <h2>{t("law.title")}</h2>
      <p>{t("law.lead")}</p>
      <h3>{t("law.here")}</h3>
      {here.length === 0 && <p>{t("law.nowhere")}</p>}
      {here.map((notice) => (
        <section key={notice.id} className="law">
          <h4>{t(`law.place.${notice.id}`)}</h4>
          <Notice notice={notice} />
        </section>
      ))}
      <h3>{t("law.elsewhere")}</h3>
      {elsewhere.map((notice) => (
        <details key={notice.id} className="law">
          <summary>{t(`law.place.${notice.id}`)}</summary>
          <Notice notice={notice} />
        </details>
      ))}
      <p className="quiet">{t("law.missing")}</p>
    </section>
  );
}

function Notice({ notice: { id, version, owner, source, reviewBy, state } }: { notice: LawNotice }) {
  const t = useWords("guidance");
  const day = writeDay(reviewBy, useLanguage());
  return (
    <>
      {state === "past" && <p className="note bad">{t("law.past", { day })}</p>}
      <p>{t(`law.notices.${id}.v${version}`)}</p>
      <p className="quiet small">
        <bdi>{t("law.source", { source: `\u2068${source}\u2069` })}</bdi>
      </p>
      {state !== "past" && (
        <p className="quiet small">{t("law.reviewed", { version, owner: t(`law.owner.${owner}`), day })}</p>
      )}
    </>
  );
}
