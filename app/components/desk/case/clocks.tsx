import { useWords } from "~/components/words";
import { clocksOf, missedOf, partGone } from "~/desk/clock-list";
import type { CaseRecord } from "~/desk/records";
import { DueDay } from "../queue/queue-line";

/** What is due and who owes it, with how much of the time has gone, and what was missed. */
export function Clocks({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const clocks = clocksOf(record);
  if (clocks.length === 0) return <p className="quiet">{t("clocks.none")}</p>;
  return (
    <ul className="plain clocks">
      {clocks.map((clock) => (
        <li key={clock.duty}>
          <span className="clock-line">
            <span>{codes(`duties.${clock.duty}`)}</span>
            <DueDay day={clock.day} today={record.today} rests={clock.rests} />
          </span>
          {!clock.isReminder && <progress max={100} value={partGone(record, clock)} aria-hidden="true" />}
          <span className="small quiet">{t(`clocks.owner.${clock.isReminder ? "reminder" : clock.owner}`)}</span>
          {clock.misses > 0 && <span className="under late">{t("clocks.missed", { count: clock.misses })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Duties of this case that were missed and are over by now. */
export function Missed({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const missed = missedOf(record);
  if (missed.length === 0) return null;
  return (
    <ul className="plain small">
      {missed.map(({ duty, count }) => (
        <li key={duty}>
          {codes(`duties.${duty}`)}: <span className="late">{t("clocks.missed", { count })}</span>
        </li>
      ))}
    </ul>
  );
}
