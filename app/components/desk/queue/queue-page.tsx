import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useWords } from "~/components/words";
import { type QueueFilter, queueAddress } from "~/desk/queue-question";
import type { Queue } from "~/desk/records";
import { OwnKeyEnd } from "../key-end";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { QueueCounts } from "./queue-counts";
import { QueueFilters } from "./queue-filters";
import { QueueKeys } from "./queue-keys";
import { QueueTable } from "./queue-table";
import { useRowKeys } from "./use-row-keys";

type QueueProps = { queue: Queue; overdue: Overdue; filter: QueueFilter; isFirst: boolean };
/** What is late in cases that an ombudsperson is not on. */
type Overdue = { cases: number; unread: boolean };

/** What needs you: the cases wrapped to this person, what is due first at the top. */
export function QueuePage({ queue, overdue, filter, isFirst }: QueueProps) {
  const t = useWords("desk");
  const batch = useWords("batch");
  const desk = useDesk();
  const key = useKey(desk.me);
  const list = useRef<HTMLTableElement>(null);
  useRowKeys(list);
  return (
    <div className="queue">
      <OwnKeyEnd />
      {!key && <UnlockPanel me={desk.me} />}
      <div className="queue-head">
        <h1>{t("queue.heading")}</h1>
        <QueueFilters filter={filter} />
      </div>
      {desk.me.roles.includes("intake") && queue.rows.some(({ state }) => state === "quarantined") && (
        <p className="note">
          <Link to="/desk/held-back">{batch("queueLink")}</Link>
        </p>
      )}
      <OverdueElsewhere overdue={overdue} />
      <QueueCounts counts={queue.counts} />
      {queue.rows.length === 0 ? (
        <Empty filter={filter} />
      ) : (
        <QueueTable rows={queue.rows} tableRef={list} today={desk.today} />
      )}
      <nav className="actions" aria-label={t("queue.pages")}>
        {!isFirst && (
          <Link className="button" to={queueAddress(filter)}>
            {t("queue.first")}
          </Link>
        )}
        {queue.next && (
          <Link className="button" to={queueAddress(filter, queue.next)}>
            {t("queue.next")}
          </Link>
        )}
      </nav>
      {queue.rows.length > 0 && <QueueKeys />}
    </div>
  );
}

function OverdueElsewhere({ overdue: { cases, unread } }: { overdue: Overdue }) {
  const t = useWords("desk");
  if (cases === 0 && !unread) return null;
  return (
    <p className="note warn">
      {cases > 0 && t("oversight.outside.queue", { count: cases })} {unread && t("oversight.outside.queueUnread")}{" "}
      <Link to="/admin/oversight">{t("oversight.outside.open")}</Link>
    </p>
  );
}

function Empty({ filter }: { filter: QueueFilter }) {
  const t = useWords("desk");
  const known = filter === "overdue" || filter === "waiting" || filter === "mine" ? filter : "kind";
  return (
    <section className="card empty">
      <h2>{t(`queue.empty.${known}.heading`)}</h2>
      <p>{t(`queue.empty.${known}.what`)}</p>
      {filter !== "mine" && (
        <p className="actions">
          <Link className="button" to="/desk">
            {t("queue.empty.all")}
          </Link>
        </p>
      )}
    </section>
  );
}
