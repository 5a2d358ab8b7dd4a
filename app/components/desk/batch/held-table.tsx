import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import type { HeldRow } from "~/desk/discard-batch";
import { useDesk } from "../use-desk";
import { usePersonName } from "../use-person-name";

type HeldTableProps = { rows: HeldRow[]; picked: string[]; onPicked: (picked: string[]) => void };

/** What is held back, with a box for each; what is proposed already cannot be picked again. */
export function HeldTable({ rows, picked, onPicked }: HeldTableProps) {
  const t = useWords("batch");
  const free = rows.filter(({ proposal }) => proposal === null).map((row) => row.case);
  const isAll = free.length > 0 && free.every((id) => picked.includes(id));
  const others = picked.filter((id) => !free.includes(id));
  const toggle = (id: string) => onPicked(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  return (
    <section aria-labelledby="held">
      <h2 id="held">{t("held")}</h2>
      {free.length > 0 && (
        <label className="choice">
          <input type="checkbox" checked={isAll} onChange={() => onPicked(isAll ? others : [...others, ...free])} />
          <span className="choice-label">{t("all", { count: free.length })}</span>
        </label>
      )}
      <table className="rows">
        <caption className="visually-hidden">{t("held")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("column.case")}</th>
            <th scope="col">{t("column.kind")}</th>
            <th scope="col">{t("column.came")}</th>
            <th scope="col">{t("column.stands")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <HeldLine key={row.case} row={row} isPicked={picked.includes(row.case)} onToggle={() => toggle(row.case)} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function HeldLine({ row, isPicked, onToggle }: { row: HeldRow; isPicked: boolean; onToggle: () => void }) {
  const t = useWords("batch");
  const codes = useWords("codes");
  const language = useLanguage();
  const { today } = useDesk();
  const name = usePersonName(row.proposal?.by ?? null);
  return (
    <tr>
      <th scope="row" data-label={t("column.case")}>
        {row.proposal === null ? (
          <label className="choice">
            <input type="checkbox" checked={isPicked} onChange={onToggle} />
            <bdi className="choice-label">{row.reference}</bdi>
          </label>
        ) : (
          <bdi>{row.reference}</bdi>
        )}
      </th>
      <td data-label={t("column.kind")}>
        <Link to={`/desk/cases/${row.case}`} prefetch="none">
          {codes(`kinds.${row.kind}.label`)}
        </Link>
      </td>
      <td data-label={t("column.came")}>
        <time dateTime={row.createdDay}>{writeDay(row.createdDay, language, today)}</time>
      </td>
      <td data-label={t("column.stands")}>{row.proposal ? t("proposedBy", { name }) : t("free")}</td>
    </tr>
  );
}
