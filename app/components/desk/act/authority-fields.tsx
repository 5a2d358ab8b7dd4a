import { useWords } from "~/components/words";
import { useDesk } from "../use-desk";
import { type ActFieldsProps, useFault } from "./act-fields";
import { TextArea } from "./text-area";

/** What is put to an authority, with the names of its contacts who read along already. */
export function PackageField({ record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const { directory } = useDesk();
  const error = useFault(faults);
  const readers = record.members
    .filter(({ scope, person }) => scope === "respondent" && person !== answers.person)
    .map(({ person }) => directory.find((one) => one.person === person)?.displayName ?? t("people.unknown"));
  return (
    <TextArea
      label={t("act.package")}
      hint={t("act.packageHint")}
      error={error("package")}
      value={answers.package}
      onValue={(text) => onChange({ package: text })}
      after={
        readers.length > 0 && (
          <p className="note warn">{t("act.packageReaders", { names: readers.join(t("list.comma")) })}</p>
        )
      }
    />
  );
}

/** What an authority's contact answers. */
export function AnswerField({ answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const error = useFault(faults);
  return (
    <TextArea
      label={t("act.answer")}
      hint={t("act.answerHint")}
      error={error("answer")}
      value={answers.answer}
      onValue={(answer) => onChange({ answer })}
    />
  );
}
