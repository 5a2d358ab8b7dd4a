import { useLanguage } from "~/components/words";
import { writeDay } from "~/locales/write-day";
import { useNames } from "./use-names";

/** A policy that should have been looked at again by now. */
export type OverduePolicy = { readonly id: string; readonly reviewBy: string };

/** Says in public that rules are past their review date; nothing where all are in date. */
export function OverduePolicies({ policies }: { policies: readonly OverduePolicy[] }) {
  const { t } = useNames();
  const language = useLanguage();
  if (policies.length === 0) return null;
  return (
    <div className="note warn">
      <h2>{t("overdue.title")}</h2>
      <p>{t("overdue.text")}</p>
      <ul>
        {policies.map(({ id, reviewBy }) => (
          <li key={id}>{t("overdue.line", { policy: t(`policies.${id}`), day: writeDay(reviewBy, language) })}</li>
        ))}
      </ul>
    </div>
  );
}
