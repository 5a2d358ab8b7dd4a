import { useWords } from "~/components/words";
import { stepOf } from "~/desk/act-key";
import { isReplacing } from "~/desk/act-lists";
import type { CaseRecord, OpenAct } from "~/desk/records";

/** What an act is called on its button and its form: "Propose: …" for what somebody else then has to do. */
export function useActTitle(record: Pick<CaseRecord, "snapshot">): (act: Pick<OpenAct, "event" | "for">) => string {
  const t = useWords("desk");
  const codes = useWords("codes");
  return (act) => {
    const step = codes(`events.${stepOf(act)}.label`);
    if (!act.for) return step;
    return t(isReplacing(record, act) ? "act.proposeAnew" : "act.propose", { step });
  };
}

/** What is said once an act is stored. */
export function useActDone(): (act: Pick<OpenAct, "event" | "for">) => string {
  const t = useWords("desk");
  const codes = useWords("codes");
  return (act) =>
    act.for ? t("act.propose", { step: codes(`events.${act.for}.label`) }) : codes(`events.${act.event}.done`);
}
