import { useId } from "react";
import { useLanguage, useWords } from "~/components/words";
import { MOST_FILE_BYTES, MOST_FILES } from "~/desk/act-answers";
import { offersFiles } from "~/desk/act-needs";
import { writeBytes } from "~/desk/days";
import { describedBy } from "../field";
import { type ActFieldsProps, useFault } from "./act-fields";

/** Files that go to the reporter with a message: each is sealed on this device, signed, and sent part by part. */
export function AttachField({ act, record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const language = useLanguage();
  const error = useFault(faults)("attached");
  const id = useId();
  if (!offersFiles(act, record)) return <p className="quiet small">{t("attach.textOnly")}</p>;
  const { attached } = answers;
  const add = (files: FileList | null) => onChange({ attached: [...attached, ...(files ?? [])] });
  return (
    <div className="field">
      <label htmlFor={id}>{t("attach.label")}</label>
      <p className="hint" id={`${id}-hint`}>
        {t("attach.hint", { most: writeBytes(MOST_FILE_BYTES, language), count: MOST_FILES })}
      </p>
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        id={id}
        // What was chosen stands in the list below: the box itself starts empty again.
        key={attached.length}
        type="file"
        multiple
        aria-describedby={describedBy(id, true, error)}
        aria-invalid={error ? true : undefined}
        onChange={(event) => add(event.target.files)}
      />
      <ul className="plain">
        {attached.map((file) => (
          <li key={`${file.name} ${file.size} ${file.lastModified}`} className="small">
            <bdi>{file.name}</bdi> · {writeBytes(file.size, language)}{" "}
            <button
              type="button"
              className="quiet-button"
              onClick={() => onChange({ attached: attached.filter((one) => one !== file) })}
            >
              {t("attach.drop", { name: file.name })}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
