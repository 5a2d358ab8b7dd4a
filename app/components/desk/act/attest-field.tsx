import { useWords } from "~/components/words";
import { attestationsOf } from "~/desk/act-needs";
import { ManyOf } from "../choices";
import { type ActFieldsProps, useFault } from "./act-fields";

/** Attestations that have another way than ticking them. */
const WITH_HINT = ["HEARD_EXCEPTION", "ID_SAFE"];

/** What only a person can know, in the first person; it stands with their name in the act that they sign. */
export function AttestField({ act, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const error = useFault(faults.filter(({ code }) => code !== undefined && attestationsOf(act).includes(code)));
  return (
    <ManyOf
      legend={t("act.attest")}
      hint={t("act.attestHint")}
      error={error("attest")}
      values={answers.attest}
      onValues={(attest) => onChange({ attest })}
      choices={attestationsOf(act).map((value) => ({
        value,
        label: codes(`attest.${value}`),
        hint: WITH_HINT.includes(value) ? t(`act.attestWay.${value}`) : undefined,
      }))}
    />
  );
}
