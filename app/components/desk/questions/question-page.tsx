import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { Day } from "~/components/day";
import { useLanguage, useWords } from "~/components/words";
import { type OpenedQuestion, openQuestion, type QuestionEntry, type QuestionRecord } from "~/desk/question";
import { Failure } from "../failure";
import { PlainText } from "../plain-text";
import { UnlockPanel } from "../unlock-panel";
import { useDesk } from "../use-desk";
import { useKey } from "../use-key";
import { usePersonName } from "../use-person-name";
import { AnswerForm } from "./answer-form";

/** One thread: what was asked and answered, and the next answer. */
export function QuestionPage({ record: given }: { record: QuestionRecord }) {
  const t = useWords("questions");
  const language = useLanguage();
  const desk = useDesk();
  const key = useKey(desk.me);
  const [record, setRecord] = useState(given);
  const [opened, setOpened] = useState<OpenedQuestion | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let current = true;
    if (!key) {
      setOpened(null);
      return;
    }
    openQuestion(record, desk, key).then(
      (found) => current && setOpened(found),
      (fault: unknown) => current && setError(fault),
    );
    return () => {
      current = false;
    };
  }, [record, desk, key]);
  const names = record.holders.map((id) => desk.directory.find(({ person }) => person === id)?.displayName ?? "–");
  const isLate = record.dueDay !== null && record.dueDay < desk.today;
  return (
    <div className="page">
      <p className="quiet">
        <Link to="/desk/questions">{t("desk.back")}</Link>
        <span aria-hidden="true"> › </span>
        <bdi>{record.question.slice(0, 8)}</bdi>
      </p>
      <h1>{t("desk.heading")}</h1>
      <p className={isLate ? "late" : ""}>
        {record.dueDay === null ? (
          t("desk.answered")
        ) : (
          <>
            {t("desk.due")} <Day value={record.dueDay} /> {isLate && `· ${t("desk.late")}`}
          </>
        )}
      </p>
      <p className="quiet">
        {t("desk.delete")} <Day value={record.deleteDay} /> ·{" "}
        {t("desk.holders", { names: new Intl.ListFormat(language).format(names.map((one) => `\u2068${one}\u2069`)) })}
      </p>
      {!key && <UnlockPanel me={desk.me} />}
      <Failure error={error} />
      {key && !opened && !error && (
        <p role="status" className="quiet">
          {t("desk.opening")}
        </p>
      )}
      {key && opened && (
        <>
          <ol className="plain">
            {opened.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
          <AnswerForm record={record} opened={opened} held={key} onRecord={setRecord} />
        </>
      )}
    </div>
  );
}

function Entry({ entry }: { entry: QuestionEntry }) {
  const t = useWords("questions");
  const name = usePersonName(entry.author === "asker" ? null : entry.author);
  return (
    <li className="card question">
      <p>
        <b>{entry.author === "asker" ? t("desk.asker") : <bdi>{name}</bdi>}</b>{" "}
        <span className="quiet">
          <Day value={entry.day} />
        </span>
      </p>
      {entry.state === "text" ? (
        <p>
          <PlainText text={entry.text} />
        </p>
      ) : (
        <p className="note bad">{t("desk.refused", { fault: entry.fault })}</p>
      )}
    </li>
  );
}
