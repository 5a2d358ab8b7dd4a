import { PublicPage } from "~/components/public-page";
import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/locales/write-day";

/** How often a duty was late in a quarter; null for fewer than five. */
export type LateLine = { owner: string; duty: string; quarter: string; count: number | null };

/** The dates that were missed, in public: who was late, with what, how often, in quarters that are over. */
export function Statistics({ late }: { late: LateLine[] }) {
  const t = useWords("public");
  const quarters = [...new Set(late.map(({ quarter }) => quarter))];
  return (
    <PublicPage>
      <h1>{t("statistics.title")}</h1>
      <p className="lead">{t("statistics.lead")}</p>
      <p>{t("statistics.rules")}</p>
      {quarters.length === 0 && <p className="card">{t("statistics.none")}</p>}
      {quarters.map((quarter) => (
        <Quarter key={quarter} quarter={quarter} lines={late.filter((line) => line.quarter === quarter)} />
      ))}
    </PublicPage>
  );
}

function Quarter({ quarter, lines }: { quarter: string; lines: LateLine[] }) {
  const t = useWords("public");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const [year, nth] = quarter.split("-Q");
  return (
    <section>
      <h2>{t("statistics.quarter", { nth, year })}</h2>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("statistics.what")}</th>
            <th scope="col">{t("statistics.who")}</th>
            <th scope="col">{t("statistics.count")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ duty, owner, count }) => (
            <tr key={`${owner} ${duty}`}>
              <th scope="row">{codes(`duties.${duty}`)}</th>
              <td>{t(`statistics.owner.${owner}`)}</td>
              <td>{count === null ? t("statistics.few") : number.format(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
