import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/locales/write-day";

type Arrival = { reference: string; code: string; milestones: { id: string; day: string }[] };

/** What a reporter without scripts takes away: the code, the reference, the dates, and how to read the answers. */
export function BareArrival({ arrival }: { arrival: Arrival }) {
  const t = useWords("public");
  const href = useHref();
  return (
    <>
      <p className="arrived icon-row">
        <Icon name="check" />
        <span>{t("armored.doneTitle")}</span>
      </p>
      <h1>{t("armored.code")}</h1>
      <p className="code" dir="ltr">
        {arrival.code}
      </p>
      <p className="note warn">{t("armored.doneText")}</p>
      <p>
        {t("armored.reference")} <bdi>{arrival.reference}</bdi>
      </p>
      <h2>{t("armored.dates")}</h2>
      <Dates milestones={arrival.milestones} />
      <h2>{t("bareMailbox.replies")}</h2>
      <p>{t("armored.read")}</p>
      <pre dir="ltr">gpg --decrypt answer.asc</pre>
      <a className="button" href={href("/mailbox/armored")}>
        {t("armored.toMailbox")}
      </a>
    </>
  );
}

/** The dated promises. */
export function Dates({ milestones }: { milestones: { id: string; day: string }[] }) {
  const t = useWords("public");
  const language = useLanguage();
  return (
    <dl className="dates">
      {[...milestones]
        .sort((a, b) => a.day.localeCompare(b.day))
        .map(({ id, day }) => (
          <div key={id}>
            <dt>{t(id === "review" ? "armored.until" : "armored.by", { day: writeDay(day, language) })}</dt>
            <dd>{t(`milestone.${id}`)}</dd>
          </div>
        ))}
    </dl>
  );
}
