import { Link } from "@remix-run/react";
import { useWords } from "~/components/words";
import { QUEUE_FILTERS, type QueueFilter, queueAddress } from "~/desk/queue-question";

/** The queue's filters are addresses: they can be kept, shared and gone back from. */
export function QueueFilters({ filter }: { filter: QueueFilter }) {
  const t = useWords("desk");
  return (
    <nav className="filters" aria-label={t("queue.filters")}>
      {QUEUE_FILTERS.map((each) => (
        <Link key={each} className="chip" to={queueAddress(each)} aria-current={each === filter ? "page" : undefined}>
          {t(`queue.filter.${each}`)}
        </Link>
      ))}
    </nav>
  );
}
