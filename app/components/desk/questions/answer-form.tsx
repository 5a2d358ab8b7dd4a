import { useRevalidator } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useWords } from "~/components/words";
import type { HeldKey } from "~/desk/key-store";
import { Problem } from "~/desk/problem";
import { type OpenedQuestion, type QuestionRecord, readQuestion, sendAnswer } from "~/desk/question";
import { TextArea } from "../act/text-area";
import { Failure } from "../failure";

type Answering = {
  record: QuestionRecord;
  opened: OpenedQuestion;
  held: HeldKey;
  onRecord: (record: QuestionRecord) => void;
};

/** An officer's answer. Where another message came first, the thread is read again and the text stays. */
export function AnswerForm({ record, opened, held, onRecord }: Answering) {
  const t = useWords("questions");
  const { revalidate } = useRevalidator();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<"sent" | "came" | "missing" | null>(null);
  const [error, setError] = useState<unknown>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (text.trim() === "") return setSaid("missing");
    setBusy(true);
    setError(null);
    setSaid(null);
    try {
      await sendAnswer(record, opened, held, text.trim());
      setText("");
      onRecord(await readQuestion(record.question));
      setSaid("sent");
      // The desk's head counts what waits.
      revalidate();
    } catch (fault) {
      if (fault instanceof Problem && fault.status === 409) {
        await readQuestion(record.question).then(onRecord, setError);
        setSaid("came");
      } else setError(fault);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        label={t("desk.answer")}
        hint={t("desk.answerHint")}
        error={said === "missing" ? t("desk.missing") : null}
        value={text}
        onValue={setText}
      />
      <Failure error={error} />
      <p className="actions">
        <button type="submit" className="button primary" disabled={busy}>
          {t("desk.send")}
        </button>
      </p>
      <div role="status">
        {said === "sent" && <p className="note good">{t("desk.sent")}</p>}
        {said === "came" && <p className="note warn">{t("desk.came")}</p>}
      </div>
    </form>
  );
}
