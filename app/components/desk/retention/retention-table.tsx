import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { nearness, writeBytes, writeDueDay } from "~/desk/days";
import type { Holdings, RetentionRow } from "./retention-list";

const COLUMNS = ["case", "kind", "day", "holdings", "stops"] as const;

/** The cases that are due: what would be destroyed, and what stands in the way. */
export function RetentionTable({ rows, today }: { rows: RetentionRow[]; today: string }) {
  const t = useWords("retention");
  const codes = useWords("codes");
  const language = useLanguage();
  return (
    <table className="rows">
      <caption className="visually-hidden">{t("due.caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th scope="col" key={column}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.case}>
            <th scope="row" data-label={t("column.case")}>
              <Link to={`/desk/cases/${row.case}`} prefetch="none">
                <bdi>{row.reference}</bdi>
              </Link>
            </th>
            <td data-label={t("column.kind")}>{codes(`kinds.${row.kind}.label`)}</td>
            <td data-label={t("column.day")}>
              <span className={row.stops.length === 0 ? `due ${nearness(today, row.day)}` : "due later"}>
                <time dateTime={row.day}>{writeDueDay(row.day, language, today)}</time>
                {row.stops.includes("hold") && <span className="under">{t("stops.holdReview")}</span>}
              </span>
            </td>
            <td data-label={t("column.holdings")}>
              <HoldingsText holdings={row.holdings} />
            </td>
            <td data-label={t("column.stops")}>
              <Stops stops={row.stops} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HoldingsText({ holdings }: { holdings: Holdings }) {
  const t = useWords("retention");
  const language = useLanguage();
  const { items, parts, keys, wraps, bytes } = holdings;
  return (
    <span>
      {t("holdings.items", { count: items })}
      {parts > 0 && <span className="under">{t("holdings.parts", { count: parts })}</span>}
      <span className="under">{t("holdings.bytes", { size: writeBytes(bytes, language) })}</span>
      <span className="under">{t("holdings.keys", { count: keys })}</span>
      <span className="under">{t("holdings.wraps", { count: wraps })}</span>
    </span>
  );
}

function Stops({ stops }: { stops: RetentionRow["stops"] }) {
  const t = useWords("retention");
  if (stops.length === 0) return <span className="quiet">{t("stops.nothing")}</span>;
  return (
    <span className="pills">
      {stops.map((stop) => (
        <span className="pill soon" key={stop}>
          {t(`stops.${stop}`)}
        </span>
      ))}
    </span>
  );
}
