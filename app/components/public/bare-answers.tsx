import { Day } from "~/components/day";
import { useHref } from "~/components/href";
import { Dates } from "~/components/public/bare-arrival";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/locales/write-day";

type Missed = { duty: string; owner: string; day: string; due: string; next: string | null };
type Standing = { state: string; since: string | null; confirmedFrom: string | null };
type Box = {
  reference: string;
  state: string;
  day: string;
  due: string | null;
  isUrgent: boolean;
  standing: Standing;
  missed: Missed[];
  milestones: { id: string; day: string; state: string }[];
  statement: string | null;
  published: { number: number; kind: string }[];
  replies: { day: string; armored: string }[];
};

/** Where a bare report stands, and the answers to it as they were sealed. */
export function BareAnswers({ box }: { box: Box }) {
  const t = useWords("public");
  const told = useWords("reporter");
  const more = useWords("armored");
  const language = useLanguage();
  const open = box.milestones.filter(({ state }) => state !== "done");
  return (
    <>
      <section className="card">
        <h2>{t("bareMailbox.state")}</h2>
        <p className="lead">{told([`state.${box.state}.what`, "state.other.what"])}</p>
        <p>
          {told("mailbox.who")}: {told([`state.${box.state}.who`, "state.other.who"])}
        </p>
        {box.due && <p>{told("mailbox.step", { day: writeDay(box.due, language) })}</p>}
        {box.isUrgent && <p>{told("mailbox.urgent")}</p>}
        <StandingLine standing={box.standing} />
        {box.published.map((text) => (
          <PublishedLine key={text.number} text={text} />
        ))}
        {box.missed.map((miss) => (
          <MissLine key={`${miss.duty} ${miss.day}`} miss={miss} />
        ))}
        <p className="quiet">
          <bdi>{box.reference}</bdi> · <Day value={box.day} />
        </p>
        <Dates milestones={open} />
      </section>
      {box.statement && <Statement text={box.statement} />}
      <section>
        <h2>{t("bareMailbox.replies")}</h2>
        {box.replies.length === 0 ? (
          <p>{t("bareMailbox.noReplies")}</p>
        ) : (
          <>
            <p>{t("bareMailbox.how")}</p>
            <pre dir="ltr">gpg --decrypt answer.asc</pre>
            <p className="quiet">{more("reading.sq")}</p>
            <pre dir="ltr">sq decrypt --recipient-key reply.key --signer-cert keys.asc answer.asc</pre>
            <p className="quiet">{more("reading.kleopatra")}</p>
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

/** The server's statement of receipt, to be copied into a file. */
function Statement({ text }: { text: string }) {
  const t = useWords("mailbox");
  return (
    <details className="card act">
      <summary>{t("keep.statement.heading")}</summary>
      <p>{t("keep.statement.lead")}</p>
      <p>{t("keep.statement.check")}</p>
      <p className="note warn">{t("keep.statement.care")}</p>
      <pre dir="ltr">{text.trim()}</pre>
    </details>
  );
}

/** What was made public of the case, with the way to it. */
function PublishedLine({ text: { number, kind } }: { text: Box["published"][number] }) {
  const t = useWords("mailbox");
  const href = useHref();
  return (
    <p>
      {t(`box.published.${kind}`, { number })}{" "}
      <a href={href(`/decisions/${number}`)} target="_blank" rel="noopener">
        {t("box.published.link")}
      </a>
    </p>
  );
}

/** Whether the reporter takes part, where there is something to say about it. */
function StandingLine({ standing: { state, since, confirmedFrom } }: { standing: Standing }) {
  const t = useWords("reporter");
  const language = useLanguage();
  const days = { day: since && writeDay(since, language), from: confirmedFrom && writeDay(confirmedFrom, language) };
  const text = t(`mailbox.standing.${state}`, { ...days, defaultValue: "" });
  return text ? <p className="note warn">{text}</p> : null;
}

/** A day that somebody let pass, and the new one. */
function MissLine({ miss }: { miss: Missed }) {
  const t = useWords("reporter");
  const language = useLanguage();
  const what = t([`mailbox.duty.${miss.duty}`, "mailbox.duty.other"]);
  return (
    <p>
      <Day value={miss.day} />: {t(`mailbox.missed.${miss.owner}`, { day: writeDay(miss.due, language), what })}{" "}
      {miss.next && t("mailbox.missed.next", { day: writeDay(miss.next, language) })}
    </p>
  );
}
