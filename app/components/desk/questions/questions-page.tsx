import { Link } from "@remix-run/react";
import { Day } from "~/components/day";
import { useWords } from "~/components/words";
import type { QuestionLine } from "~/desk/question";
import { useDesk } from "../use-desk";

/** Questions before a report: a short list of its own, because none of them is a case. */
export function QuestionsPage({ questions }: { questions: QuestionLine[] }) {
  const t = useWords("questions");
  const { today } = useDesk();
  return (
    <div className="page">
      <h1>{t("desk.heading")}</h1>
      <p className="lead">{t("desk.lead")}</p>
      {questions.length === 0 && <p className="card">{t("desk.none")}</p>}
      {questions.length > 0 && (
        <table className="table">
          <caption className="visually-hidden">{t("desk.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("desk.question")}</th>
              <th scope="col">{t("desk.state")}</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((one) => (
              <Row key={one.question} one={one} today={today} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ one, today }: { one: QuestionLine; today: string }) {
  const t = useWords("questions");
  const isLate = one.dueDay !== null && one.dueDay < today;
  return (
    <tr>
      <td>
        <Link to={`/desk/questions/${one.question}`}>
          <bdi>{one.question.slice(0, 8)}</bdi>
        </Link>
        <span className="under">
          <Day value={one.lastDay} /> · {t("desk.messages")} {one.messages}
        </span>
      </td>
      <td>
        {one.dueDay === null ? (
          t("desk.answered")
        ) : (
          <>
            {t("desk.waits")}
            <span className={isLate ? "under late" : "under"}>
              {t("desk.due")} <Day value={one.dueDay} /> {isLate && `· ${t("desk.late")}`}
            </span>
          </>
        )}
        <span className="under">
          {t("desk.delete")} <Day value={one.deleteDay} />
        </span>
      </td>
    </tr>
  );
}
