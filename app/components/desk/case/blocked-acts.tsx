import { useWords } from "~/components/words";
import { blockedActsOf, whoCould } from "~/desk/blocked-list";
import type { CaseRecord } from "~/desk/records";

/** What is not open, with the rule that stands in the way, and who could. */
export function BlockedActs({ record }: { record: CaseRecord }) {
  const t = useWords("desk");
  const codes = useWords("codes");
  const { acts, more } = blockedActsOf(record);
  const roleOf = (role: string) => codes(`roles.${role}.label`);
  if (acts.length === 0) return null;
  return (
    <details className="blocked" open={acts.length <= 4}>
      <summary>{t("acts.blocked", { count: acts.length + more })}</summary>
      <ul className="plain">
        {acts.map((act) => (
          <li key={act.event}>
            <span className="strong">{codes(`events.${act.event}.label`)}</span> — {codes(`rules.${act.rule}`)}{" "}
            {whoCould(act).length > 0 && t("acts.whoCould", { roles: whoCould(act).map(roleOf).join(t("list.or")) })}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="small">
          <a href="#procedure">{t("acts.more", { count: more })}</a>
        </p>
      )}
    </details>
  );
}
