import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import type { RetentionList } from "./retention-list";

const KINDS = ["tip", "grievance", "complaint"] as const;

/** What was purged, counted by quarter and kind. */
export function PurgedTable({ purged }: Pick<RetentionList, "purged">) {
  const t = useWords("retention");
  const codes = useWords("codes");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  return (
    <section aria-labelledby="purged">
      <h2 id="purged">{t("purged.heading")}</h2>
      <p className="hint">{t("purged.hint")}</p>
      {purged.length === 0 ? (
        <p className="quiet">{t("purged.none")}</p>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t("purged.quarter")}</th>
              {KINDS.map((kind) => (
                <th scope="col" key={kind}>
                  {codes(`kinds.${kind}.label`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {purged.map(({ quarter, counts }) => (
              <tr key={quarter}>
                <th scope="row" data-label={t("purged.quarter")}>
                  <bdi>{quarter}</bdi>
                </th>
                {KINDS.map((kind) => (
                  <td key={kind} data-label={codes(`kinds.${kind}.label`)}>
                    {number.format(counts[kind] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
