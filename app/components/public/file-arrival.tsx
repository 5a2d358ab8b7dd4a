import { useHref } from "~/components/href";
import { Icon } from "~/components/icons";
import { Dates } from "~/components/public/bare-arrival";
import { useWords } from "~/components/words";

type Arrival = { reference: string; milestones: { id: string; day: string }[] };

/** What somebody hears whose file has arrived: the words that they have are good now, and the dates. */
export function FileArrival({ arrival }: { arrival: Arrival }) {
  const t = useWords("offline");
  const words = useWords("public");
  const href = useHref();
  return (
    <>
      <p className="arrived icon-row">
        <Icon name="check" />
        <span>{t("hand.doneAbove")}</span>
      </p>
      <h1>{t("hand.doneTitle")}</h1>
      <p className="lead">{t("hand.doneText")}</p>
      <p>
        {words("armored.reference")} <bdi>{arrival.reference}</bdi>
      </p>
      <h2>{words("armored.dates")}</h2>
      <Dates milestones={arrival.milestones} />
      <p className="actions">
        <a className="button" href={href("/mailbox")}>
          {t("hand.mailbox")}
        </a>
      </p>
    </>
  );
}
