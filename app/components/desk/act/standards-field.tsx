import { useWords } from "~/components/words";
import { STANDARDS } from "~workflows/standards";
import { ManyOf } from "../choices";
import type { ActFieldsProps } from "./act-fields";

/** The register of standards; every reasoned act cites at least one. */
export function StandardsField({ answers, onChange, error }: ActFieldsProps & { error: string | null }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  return (
    <ManyOf
      legend={t("act.standards")}
      hint={t("act.standardsHint")}
      error={error}
      values={answers.standards}
      onValues={(standards) => onChange({ standards })}
      choices={STANDARDS.map(({ id, title }) => ({
        value: id,
        label: codes(`standards.${id}`, { defaultValue: title }),
        hint: <bdi>{id}</bdi>,
      }))}
    />
  );
}
