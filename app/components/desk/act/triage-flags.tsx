import { useLanguage, useWords } from "~/components/words";
import type { OpenedCase } from "~/desk/open-case";
import { flagsInReport, flagWords } from "~/desk/triage/named-flags";
import { RED_FLAGS } from "~workflows/policy";
import { ManyOf } from "../choices";

/** The red flags that the officer confirms. Those that the reporter ticked come first and say so; none is ticked beforehand. */
export function TriageFlags(props: { opened: OpenedCase; values: string[]; onValues: (flags: string[]) => void }) {
  const t = useWords("desk");
  const language = useLanguage();
  const named = flagsInReport(props.opened);
  const ids = [...named, ...RED_FLAGS.map(({ id }) => id).filter((id) => !named.includes(id))];
  return (
    <details className="field triage-flags" open={named.length > 0}>
      <summary>
        {t("triage.flags")} · {t("triage.flagsCount", { count: props.values.length })}
      </summary>
      <ManyOf
        legend={t("triage.flags")}
        hint={t("triage.flagsHint")}
        values={props.values}
        onValues={props.onValues}
        choices={ids.map((id) => ({
          value: id,
          label: flagWords(id, language),
          hint: named.includes(id) ? t("triage.flagNamed") : undefined,
        }))}
      />
    </details>
  );
}
