import { useWords } from "~/components/words";
import { recordsAnswer } from "~/desk/act-needs";
import type { CaseRecord, EventType } from "~/desk/records";
import { type ActFieldsProps, useFault } from "./act-fields";
import { TextArea } from "./text-area";

/** Steps whose note says something of its own, by the name of their words. */
const NOTE_WORDS: Partial<Record<EventType, string>> = {
  "text.attestSafe": "cleared",
  "ack.waive": "waived",
  "consent.record": "consent",
  "file.inspect": "inspected",
  "protection.assess": "protection",
  "protection.plan": "protection",
  "protection.act": "protection",
  "measures.review": "protection",
};

function noteWords(kind: CaseRecord["kind"], event: EventType): string {
  return NOTE_WORDS[event] ?? (recordsAnswer(kind, event) ? "answer" : "other");
}

/** A note sealed for the office: the officer's own, or what an authority or another party said. */
export function NoteField({ act, record, answers, faults, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  const error = useFault(faults);
  const words = noteWords(record.kind, act.event);
  return (
    <TextArea
      label={words === "other" ? t("act.note") : t(`act.noteFor.${words}`)}
      hint={words === "answer" ? t("act.noteFor.answerHint") : t("act.noteHint")}
      error={error("note")}
      value={answers.note}
      onValue={(note) => onChange({ note })}
    />
  );
}

/** Some steps need no words. What was asked of whom can still be kept for the colleagues. */
export function OptionalNote({ answers, onChange }: ActFieldsProps) {
  const t = useWords("desk");
  return (
    <details className="optional-note" open={answers.note !== "" || undefined}>
      <summary>{t("act.optionalNote")}</summary>
      <TextArea
        label={t("act.note")}
        hint={t("act.noteHint")}
        rows={4}
        value={answers.note}
        onValue={(note) => onChange({ note })}
      />
    </details>
  );
}
