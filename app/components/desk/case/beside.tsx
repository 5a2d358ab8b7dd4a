import { useWords } from "~/components/words";
import { isPressing } from "~/desk/act-places";
import { besideOf } from "~/desk/beside";
import type { CaseRecord } from "~/desk/records";

/** What goes on beside the procedure: the regions that have left their start, and those that always matter. */
export function Beside({ record }: { record: CaseRecord }) {
  const codes = useWords("codes");
  return (
    <dl className="beside">
      {besideOf(record).map(({ region, state }) => (
        <div key={region}>
          <dt>{codes(`regions.${region}.label`)}</dt>
          <dd className={isPressing(record, region) ? "late" : undefined}>
            {codes(`regionStates.${region}.${state}.label`)}
            <span className="visually-hidden"> {codes(`regionStates.${region}.${state}.means`)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
