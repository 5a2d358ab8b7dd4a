import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import type { OpenedCase } from "~/desk/open-case";
import { earlierOf, safeContactOf, type Told } from "~/desk/told";
import { PlainText } from "../plain-text";
import { useDesk } from "../use-desk";

/** How the reporter can be reached safely. It stands above everything that is written to them. */
export function SafeContact({ opened }: { opened: OpenedCase }) {
  const t = useWords("desk");
  const told = safeContactOf(opened);
  return told && <ToldNote title={t("told.safeContact")} told={told} />;
}

/** That the reporter wrote before and has lost the words: for whoever can propose to join the two. */
export function Earlier({ opened }: { opened: OpenedCase }) {
  const t = useWords("desk");
  return earlierOf(opened).map((told) => (
    <ToldNote key={`${told.day} ${told.text}`} title={t("told.earlier")} told={told} after={t("told.join")} />
  ));
}

function ToldNote({ title, told, after }: { title: string; told: Told; after?: string }) {
  const language = useLanguage();
  const { today } = useDesk();
  return (
    <div className="note warn">
      <p className="strong">
        {title} <span className="quiet small">{writeDay(told.day, language, today)}</span>
      </p>
      <p>
        <PlainText text={told.text} />
      </p>
      {after && <p className="quiet small">{after}</p>}
    </div>
  );
}
