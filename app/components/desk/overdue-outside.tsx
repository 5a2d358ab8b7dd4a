import { Day } from "~/components/day";
import { useWords } from "~/components/words";
import { OverdueColumns } from "./overdue-columns";
import { usePersonName } from "./use-person-name";

export type Outside = {
  rows: {
    case: string;
    reference: string;
    kind: string;
    duty: string;
    count: number;
    day: string;
    people: string[];
  }[];
  unread: boolean;
};

/** Overdue cases that the reader is not on: what was due, and whom to ask to be brought in. Nothing where there is none. */
export function OverdueOutside({ outside: { rows, unread } }: { outside: Outside }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  if (rows.length === 0 && !unread) return null;
  return (
    <section aria-labelledby="outside">
      <h2 id="outside">{t("oversight.outside.heading")}</h2>
      {unread && <p className="note warn">{t("oversight.outside.unread")}</p>}
      {rows.length > 0 && (
        <>
          <p>{t("oversight.outside.lead")}</p>
          <table className="rows">
            <thead>
              <tr>
                <OverdueColumns />
                <th scope="col">{t("oversight.outside.ask")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.case} ${row.duty}`}>
                  <th scope="row" data-label={t("oversight.case")}>
                    <bdi>{row.reference}</bdi>
                    <span className="under">{codes(`kinds.${row.kind}.label`)}</span>
                  </th>
                  <td data-label={t("oversight.duty")}>{codes(`duties.${row.duty}`)}</td>
                  <td data-label={t("oversight.times")}>{t("oversight.count", { count: row.count })}</td>
                  <td data-label={t("oversight.day")}>
                    <Day value={row.day} />
                  </td>
                  <td data-label={t("oversight.outside.ask")}>
                    {row.people.length === 0 ? (
                      t("oversight.outside.nobody")
                    ) : (
                      <ul className="plain">
                        {row.people.map((person) => (
                          <Name key={person} person={person} />
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function Name({ person }: { person: string }) {
  return (
    <li>
      <bdi>{usePersonName(person)}</bdi>
    </li>
  );
}
