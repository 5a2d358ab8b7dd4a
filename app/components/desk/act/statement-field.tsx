import { useLanguage, useWords } from "~/components/words";
import { localeOf } from "~/desk/days";
import { MOST_TEXT, MOST_TITLE, proposedDigest, type StatementDraft } from "~/desk/public-text";
import { LANGUAGES } from "~/locales/languages";
import { publishes } from "~workflows/publications";
import { PublicTextView } from "../case/public-text-view";
import { TextField } from "../field";
import type { ActFieldsProps } from "./act-fields";
import { SelectField } from "./select-field";
import { TextArea } from "./text-area";
import { useProposedText } from "./use-proposed-text";

/** The text that becomes public: whoever proposes writes it, and whoever publishes reads the very same. */
export function StatementField(props: ActFieldsProps) {
  return publishes(props.act.event) ? <StatementToPublish {...props} /> : <StatementToPropose {...props} />;
}

function StatementToPropose({ answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("publish");
  const desk = useWords("desk");
  const number = new Intl.NumberFormat(localeOf(useLanguage()));
  const { statement } = answers;
  const change = (part: Partial<StatementDraft>) => onChange({ statement: { ...statement, ...part } });
  const fault = faults.find(({ field }) => field === "statement")?.fault;
  return (
    <fieldset className="field">
      <legend>{t("heading")}</legend>
      <p className="hint">{t("lead")}</p>
      {fault && <p className="error">{t(`fault.${fault}`)}</p>}
      <TextField
        label={t("title")}
        hint={t("titleHint")}
        dir="auto"
        maxLength={MOST_TITLE}
        value={statement.title}
        onValue={(title) => change({ title })}
      />
      <SelectField
        label={t("language")}
        empty={desk("act.choose")}
        value={statement.language || null}
        onValue={(language) => change({ language: language ?? "" })}
      >
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t("text")}
        hint={t("textHint")}
        rows={14}
        most={MOST_TEXT}
        value={statement.text}
        onValue={(text) => change({ text })}
        after={
          <p className="small quiet">
            {t("count", { written: number.format(statement.text.trim().length), most: number.format(MOST_TEXT) })}
          </p>
        }
      />
    </fieldset>
  );
}

function StatementToPublish({ act, record, opened }: ActFieldsProps) {
  const t = useWords("publish");
  const text = useProposedText(act, record, opened);
  return (
    <section className="note" aria-label={t("approve")} aria-live="polite">
      <p className="strong">{t("approve")}</p>
      {text === null && <p>{t("checking")}</p>}
      {text === "other" && <p className="bad">{t("other")}</p>}
      {text !== null && text !== "other" && (
        <>
          <PublicTextView text={text} level="h3" />
          <p className="small good">{t("matches")}</p>
          <pre dir="ltr" className="digest">
            {proposedDigest(record, act.event)}
          </pre>
        </>
      )}
    </section>
  );
}
