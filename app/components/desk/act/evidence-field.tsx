import { useId } from "react";
import { useLanguage, useWords } from "~/components/words";
import { MOST_FILE_BYTES } from "~/desk/act-answers";
import { writeBytes } from "~/desk/days";
import { describedBy } from "../field";
import { type ActFieldsProps, useFault } from "./act-fields";
import { TextArea } from "./text-area";

/** Evidence that an officer adds: what it is and where it comes from, with a file or without. */
export function EvidenceField({ answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const language = useLanguage();
  const error = useFault(faults)("file");
  const id = useId();
  const { file } = answers;
  return (
    <>
      <TextArea
        label={t("act.evidence")}
        hint={t("act.evidenceHint")}
        rows={4}
        value={answers.note}
        onValue={(note) => onChange({ note })}
      />
      <div className="field">
        <label htmlFor={id}>{t("act.file")}</label>
        <p className="hint" id={`${id}-hint`}>
          {t("act.fileHint", { most: writeBytes(MOST_FILE_BYTES, language) })}
        </p>
        {error && (
          <p className="error" id={`${id}-error`}>
            {error}
          </p>
        )}
        <input
          id={id}
          // Taking the file out empties the box, which only a new box can show.
          key={file ? "full" : "empty"}
          type="file"
          aria-describedby={describedBy(id, true, error)}
          aria-invalid={error ? true : undefined}
          onChange={(event) => onChange({ file: event.target.files?.[0] ?? file })}
        />
        {file && (
          <p className="small">
            <bdi>{file.name}</bdi> · {writeBytes(file.size, language)}{" "}
            <button type="button" className="quiet-button" onClick={() => onChange({ file: null })}>
              {t("act.noFile")}
            </button>
          </p>
        )}
      </div>
    </>
  );
}
