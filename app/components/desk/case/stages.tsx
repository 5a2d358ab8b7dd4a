import { useWords } from "~/components/words";
import type { CaseRecord, StateId } from "~/desk/records";
import { describe } from "~workflows/outline";

/** The main path with what is behind, where the case is, and what is ahead; a side state stands after the one it left. */
export function Stages({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { mainPath } = describe(record.kind);
  const path: StateId[] = mainPath.filter((state) => state !== "submitted");
  const isSide = !path.includes(record.state);
  const origin = record.snapshot.context.workOrigin ?? (record.state === "reviewRequested" ? "closed" : "received");
  const at = path.indexOf(isSide ? origin : record.state);
  const shown = isSide ? path.toSpliced(at + 1, 0, record.state) : path;
  const here = shown.indexOf(record.state);
  return (
    <ol className="stages">
      {shown.map((state, index) => (
        <li
          key={state}
          className={index < here ? "stage done" : index === here ? "stage here" : "stage"}
          aria-current={index === here ? "step" : undefined}
        >
          {codes(`states.${state}.label`)}
          {index < here && <span className="visually-hidden"> {t("stages.done")}</span>}
        </li>
      ))}
    </ol>
  );
}
