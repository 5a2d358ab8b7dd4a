import { Day, writeDay } from "~/components/day";
import { Dates } from "~/components/public/bare-arrival";
import { useLanguage, useWords } from "~/components/words";

type Box = {
  reference: string;
  state: string;
  day: string;
  milestones: { id: string; day: string; state: string }[];
  replies: { day: string; armored: string }[];
};

/** Where a bare report stands, and the answers to it as they were sealed. */
export function BareAnswers({ box }: { box: Box }) {
  const t = useWords("public");
  const language = useLanguage();
  const open = box.milestones.filter(({ state }) => state !== "done");
  return (
    <>
      <section className="card">
        <h2>{t("bareMailbox.state")}</h2>
        <p className="lead">{t([`state.${box.state}`, "state.other"])}</p>
        <p className="quiet">
          <bdi>{box.reference}</bdi> · <Day value={box.day} />
        </p>
        <Dates milestones={open} />
      </section>
      <section>
        <h2>{t("bareMailbox.replies")}</h2>
        {box.replies.length === 0 ? (
          <p>{t("bareMailbox.noReplies")}</p>
        ) : (
          <>
            <p>{t("bareMailbox.how")}</p>
            <pre dir="ltr">gpg --decrypt answer.asc</pre>
          </>
        )}
        {box.replies.map(({ day, armored }) => (
          <article key={armored}>
            <h3>{t("bareMailbox.reply", { day: writeDay(day, language) })}</h3>
            <pre dir="ltr">{armored.trim()}</pre>
          </article>
        ))}
      </section>
    </>
  );
}
