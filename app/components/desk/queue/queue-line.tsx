import { Link } from "@remix-run/react";
import { useLanguage, useWords } from "~/components/words";
import { nearness, writeDueDay } from "~/desk/days";
import { titleOf } from "~/desk/opened-titles";
import type { QueueRow } from "~/desk/records";
import { PlainText } from "../plain-text";
import { TierPill } from "../tier-pill";

/** One case: what it is as far as this device knows, where it stands, what comes next and by when. */
export function QueueLine({ row, today }: { row: QueueRow; today: string }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const title = titleOf(row.case);
  return (
    <tr className={row.unread > 0 ? "unread" : undefined}>
      <th scope="row" data-label={t("queue.column.case")}>
        <bdi>{row.reference}</bdi>
      </th>
      <td data-label={t("queue.column.what")}>
        <Link className="row-link" to={`/desk/cases/${row.case}`} prefetch="none" data-row-link>
          {title ? t("queue.opened", { kind: codes(`kinds.${row.kind}.label`) }) : codes(`kinds.${row.kind}.label`)}
        </Link>
        {row.unread > 0 && <span className="unread-mark">{t("queue.unread", { count: row.unread })}</span>}
        <span className="under">{title ? <PlainText text={title} /> : t("queue.sealed")}</span>
        {row.channel === "armored" && <span className="under">{t("queue.armored")}</span>}
      </td>
      <td data-label={t("queue.column.state")}>
        {codes(`states.${row.state}.label`)}
        {row.duty && row.duty !== row.state && <span className="under">{codes(`duties.${row.duty}`)}</span>}
      </td>
      <td data-label={t("queue.column.tier")}>
        <TierPill tier={row.tier} urgent={row.urgent} />
      </td>
      <td data-label={t("queue.column.next")}>{codes(`states.${row.state}.next`)}</td>
      <td data-label={t("queue.column.due")}>
        <DueDay day={row.dueDay} today={today} rests={row.state === "closed" || row.state === "archived"} />
      </td>
    </tr>
  );
}

/** A due day in words; late is said and not only coloured. */
export function DueDay({ day, today, rests = false }: { day: string | null; today: string; rests?: boolean }) {
  const t = useWords("desk");
  const language = useLanguage();
  if (!day) return <span className="quiet">{t("queue.noDue")}</span>;
  const near = rests ? "later" : nearness(today, day);
  return (
    <span className={`due ${near}`}>
      <time dateTime={day}>{writeDueDay(day, language, today)}</time>
      {near === "late" && <span className="under late">{t("queue.late")}</span>}
    </span>
  );
}
