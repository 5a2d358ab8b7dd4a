import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import { type Body, readTriage } from "~/desk/read-bodies";
import type { CaseRecord } from "~/desk/records";
import { factorsOf } from "~/desk/tier-policy";
import { PlainText } from "../plain-text";

/** A triage sheet line by line: factor, value, points. */
export function TriageSheet({ body, record }: { body: Body; record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const sheet = readTriage(body);
  return (
    <>
      <p>
        <span className="pill">{sheet.tier}</span>{" "}
        {t("triage.sum", { score: number.format(sheet.score), tier: sheet.computed })}
      </p>
      {sheet.why && (
        <p>
          <PlainText text={sheet.why} />
        </p>
      )}
      <details>
        <summary>{t("triage.lines")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("triage.factor")}</th>
              <th scope="col">{t("triage.value")}</th>
              <th scope="col">{t("triage.points")}</th>
            </tr>
          </thead>
          <tbody>
            {factorsOf(record.kind).map(({ id, weight }) => {
              const value = sheet.factors[id] ?? 0;
              return (
                <tr key={id}>
                  <th scope="row">{codes(`factors.${id}.label`)}</th>
                  <td>{codes(`factors.${id}.values.${value}`)}</td>
                  <td>{number.format(value * weight)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </>
  );
}
