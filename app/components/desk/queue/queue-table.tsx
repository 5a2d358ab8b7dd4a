import type { RefObject } from "react";
import { useWords } from "~/components/words";
import type { QueueRow } from "~/desk/records";
import { QueueLine } from "./queue-line";

const COLUMNS = ["case", "what", "state", "tier", "next", "due"] as const;

/** The rows of a queue; on a narrow screen each becomes a card. */
export function QueueTable({
  rows,
  today,
  tableRef,
}: {
  rows: QueueRow[];
  today: string;
  tableRef: RefObject<HTMLTableElement>;
}) {
  const t = useWords("desk");
  return (
    <table className="rows queue-table" ref={tableRef}>
      <caption className="visually-hidden">{t("queue.caption")}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th scope="col" key={column}>
              {t(`queue.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <QueueLine key={row.case} row={row} today={today} />
        ))}
      </tbody>
    </table>
  );
}
