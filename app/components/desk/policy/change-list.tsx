import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import type { PolicyChangeRow } from "./policies-view";

/** Who changed what, when and why; the latest first. */
export function ChangeList({ changes, today }: { changes: PolicyChangeRow[]; today: string }) {
  const t = useWords("policy");
  const language = useLanguage();
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t("changes.heading")}</h2>
      {changes.length === 0 && <p className="quiet">{t("changes.none")}</p>}
      <ul className="plain">
        {changes.map((change) => (
          <li className="card" key={`${change.policy} ${change.number}`}>
            <span className="strong">
              {t("changes.line", { policy: t(`name.${change.policy}`), number: change.number })}
            </span>
            <span className="under">
              {writeDay(change.day, language, today)} · <bdi>{change.by}</bdi>
            </span>
            <p dir="auto">{change.reason}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
