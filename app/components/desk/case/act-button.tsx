import { useWords } from "~/components/words";
import type { CaseRecord, OpenAct } from "~/desk/records";
import { useActTitle } from "../act/use-act-title";

type ActButtonProps = {
  act: OpenAct;
  record: CaseRecord;
  isReady: boolean;
  isFirst?: boolean;
  onChoose: (act: OpenAct) => void;
};

/** One act that is open, with its consequence in a small line. */
export function ActButton({ act, record, isReady, isFirst = false, onChoose }: ActButtonProps) {
  const codes = useWords("codes");
  const title = useActTitle(record)(act);
  return (
    <button type="button" className={isFirst ? "act first" : "act"} disabled={!isReady} onClick={() => onChoose(act)}>
      <span className="act-label">{title}</span>
      <span className="act-effect">{codes(`events.${act.event}.effect`)}</span>
    </button>
  );
}
