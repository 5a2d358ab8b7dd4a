import { useId } from "react";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import { visibleText } from "~/desk/safe-text";
import { describedBy } from "../field";
import { Fingerprint } from "../fingerprint";
import { useDesk } from "../use-desk";
import { ContactField } from "./contact-field";
import type { PartProps } from "./handover-field";
import { useForeignKey } from "./use-foreign-key";

/** What another office types to export a key without the signatures that others put on it. */
const SMALL_EXPORT = "gpg --export-options export-minimal --armor --export";

/** The other office's key: pasted, from a file, or that of a contact; then its fingerprint, to be compared by a person. */
export function KeyPart({ choice, onChoose }: PartProps) {
  const t = useWords("handover");
  const id = useId();
  const { text, fault, holder, paste, readFile } = useForeignKey(onChoose);
  const error =
    fault && t([`key.fault.${fault}`, "key.fault.malformed"], { holder: visibleText(holder), command: SMALL_EXPORT });
  return (
    <>
      <ContactField choice={choice} onChoose={onChoose} />
      <div className="field">
        <label htmlFor={id}>{t("key.label")}</label>
        <p className="hint" id={`${id}-hint`}>
          {t("key.hint")}
        </p>
        <textarea
          id={id}
          dir="ltr"
          className="mono"
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, true, error)}
          onChange={(event) => void paste(event.target.value)}
        />
        <div role="alert">
          {error && (
            <p className="note bad" id={`${id}-error`}>
              {error}
            </p>
          )}
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t("key.file")}</label>
        <input
          id={`${id}-file`}
          type="file"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void readFile(file);
            // What was in the file stands below or was refused; the box keeps hold of nothing.
            event.target.value = "";
          }}
        />
      </div>
      {choice.key && <ReadKey choice={choice} onChoose={onChoose} />}
    </>
  );
}

/** A key that can be used, and the comparison that only a person can make. */
function ReadKey({ choice: { key, compared }, onChoose }: PartProps) {
  const t = useWords("handover");
  const language = useLanguage();
  const { today } = useDesk();
  if (!key) return null;
  const day = (value: string) => writeDay(value, language, today);
  return (
    <section className="note" aria-label={t("key.read")}>
      <p className="strong">
        {t("key.claims")} <bdi>{visibleText(key.holder) || t("key.nobody")}</bdi>
      </p>
      <p className="quiet small">
        {t("key.created", { day: day(key.created) })}{" "}
        {key.expires ? t("key.expires", { day: day(key.expires) }) : t("key.never")}
      </p>
      <Fingerprint value={key.fingerprint} label={t("key.fingerprint")} />
      <p>{t("key.compare")}</p>
      <label className="choice">
        <input type="checkbox" checked={compared} onChange={() => onChoose({ compared: !compared })} />
        <span className="choice-label">{t("key.compared")}</span>
      </label>
    </section>
  );
}
