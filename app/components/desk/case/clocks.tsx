import { useWords } from "~/components/words";
import { daysBetween } from "~/desk/days";
import type { CaseRecord } from "~/desk/records";
import { DueDay } from "../queue/queue-line";

/** What is due, with how much of the time has gone. */
export function Clocks({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  if (record.dues.length === 0) return <p className="quiet">{t("clocks.none")}</p>;
  return (
    <ul className="plain clocks">
      {record.dues.map(({ duty, day }) => (
        <li key={duty}>
          <span className="clock-line">
            <span>{codes(`duties.${duty}`)}</span>
            <DueDay day={day} today={record.today} rests={duty === "closed"} />
          </span>
          <progress max={100} value={partGone(record, duty, day)} aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}

/** Percent of the time for a duty that has gone; its clock starts where the state, or for a statutory duty its own, began. */
function partGone({ snapshot, createdDay, today }: CaseRecord, duty: string, day: string): number {
  const { stateSince, feedbackFrom } = snapshot.context;
  const start =
    duty === "acknowledgement" ? createdDay : duty === "feedback" ? (feedbackFrom ?? createdDay) : stateSince;
  const all = Math.max(1, daysBetween(start, day));
  return Math.min(100, Math.max(0, Math.round((daysBetween(start, today) / all) * 100)));
}
