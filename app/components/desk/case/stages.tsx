import { useWords } from "~/components/words";
import type { CaseRecord } from "~/desk/records";
import { stagePath } from "~/desk/stage-path";

/** The main path with what is behind, where the case is, and what is ahead; a side state stands after the one it left. */
export function Stages({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { stages, here } = stagePath(record);
  return (
    <ol className="stages">
      {stages.map((state, index) => (
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
