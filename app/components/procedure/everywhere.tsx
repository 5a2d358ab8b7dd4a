import type { Outline } from "~workflows/outline";
import { rowsOf } from "~workflows/rows";
import { everywhereRows } from "./told-steps";
import { useNames } from "./use-names";

/** What is open in nearly every stage and therefore told once: first what moves the case, then what does not. */
export function Everywhere({ outline }: { outline: Outline }) {
  const names = useNames();
  const { t } = names;
  const acts = rowsOf(outline.kind).filter(
    ({ from, to, by }) => from.includes("*") && to === "@same" && !by.includes("system"),
  );
  return (
    <>
      <h3>{t("everywhere.title")}</h3>
      <ul>
        {everywhereRows(outline).map((row) => (
          <li key={row.row}>
            {t("everywhere.line", { event: names.event(row.event), to: names.anyOf(row.to.map(names.state)) })}{" "}
            <span className="quiet">({t("stage.by", { roles: names.roles(row.by) })})</span>
          </li>
        ))}
      </ul>
      {acts.length > 0 && (
        <details>
          <summary>{t("everywhere.acts")}</summary>
          <ul>
            {acts.map((row) => (
              <li key={row.id}>
                {names.event(row.event)} <span className="quiet">{t("stage.by", { roles: names.roles(row.by) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
