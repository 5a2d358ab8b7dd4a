import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import type { Queue } from "~/desk/records";

const COUNTS = ["late", "thisWeek", "fresh", "waiting"] as const;

/** Four numbers for the start of a day. */
export function QueueCounts({ counts }: { counts: Queue["counts"] }) {
  const t = useWords("desk");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  return (
    <ul className="counts">
      {COUNTS.map((name) => (
        <li key={name} className={name === "late" && counts.late > 0 ? "card late" : "card"}>
          <b>{number.format(counts[name])}</b> <span>{t(`queue.count.${name}`, { count: counts[name] })}</span>
        </li>
      ))}
    </ul>
  );
}
