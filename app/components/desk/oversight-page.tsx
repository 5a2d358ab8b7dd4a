import { Link } from "@remix-run/react";
import { Day } from "~/components/day";
import { useWords } from "~/components/words";
import { OfficeNav } from "./office-nav";
import { OverdueColumns } from "./overdue-columns";
import { type Outside, OverdueOutside } from "./overdue-outside";

/** What the office's oversight page shows; `others` is how many cases it leaves out, `outside` what an ombudsperson who is not on a case has to see to. */
export type OversightView = {
  rows: { id: string; reference: string; kind: string; duty: string; count: number; day: string }[];
  others: number;
  outside: Outside;
};

/** What goes to the oversight board: one duty of one case, missed more than once. */
export function OversightPage({ view }: { view: OversightView }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  return (
    <div className="page">
      <OfficeNav />
      <h1>{t("oversight.heading")}</h1>
      <p className="lead">{t("oversight.lead")}</p>
      {view.rows.length === 0 && <p className="card">{t("oversight.none")}</p>}
      {view.rows.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <OverdueColumns />
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ id, reference, kind, duty, count, day }) => (
              <tr key={`${id} ${duty} ${count}`}>
                <td>
                  <Link to={`/desk/cases/${id}`}>
                    <bdi>{reference}</bdi>
                  </Link>
                  <span className="under">{codes(`kinds.${kind}.label`)}</span>
                </td>
                <td>{codes(`duties.${duty}`)}</td>
                <td>{t("oversight.count", { count })}</td>
                <td>
                  <Day value={day} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.others > 0 && <p className="quiet">{t("oversight.others", { count: view.others })}</p>}
      <OverdueOutside outside={view.outside} />
    </div>
  );
}
