import { useLanguage, useWords } from "~/components/words";
import { writeDay } from "~/desk/days";
import type { PolicyLine } from "./policies-view";

const LOOK = { inDate: "pill safe", dueSoon: "pill soon", past: "pill late" } as const;

/** Every policy with who answers for it, where it comes from, and by when it is looked at again. */
export function PolicyList({ policies, today }: { policies: PolicyLine[]; today: string }) {
  const t = useWords("policy");
  const codes = useWords("codes");
  const language = useLanguage();
  const past = policies.filter(({ state }) => state === "past");
  return (
    <section aria-labelledby="policies">
      <h2 id="policies">{t("list.heading")}</h2>
      {past.length > 0 && <p className="note warn">{t("list.past", { count: past.length })}</p>}
      <table className="rows">
        <thead>
          <tr>
            {(["policy", "version", "owner", "source", "reviewBy"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`list.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policies.map((policy) => (
            <tr key={policy.id}>
              <th scope="row" data-label={t("list.policy")}>
                <span className="strong">{t(`name.${policy.id}`)}</span>
              </th>
              <td data-label={t("list.version")}>
                <span>
                  {policy.own > 0
                    ? t("list.own", { version: policy.version, own: policy.own })
                    : t("list.published", { version: policy.version })}
                </span>
              </td>
              <td data-label={t("list.owner")}>
                <span>{codes([`roles.${policy.owner}.label`, policy.owner])}</span>
              </td>
              <td data-label={t("list.source")}>
                <bdi className="small">{policy.source}</bdi>
              </td>
              <td data-label={t("list.reviewBy")}>
                <span>
                  <span className="under">{writeDay(policy.reviewBy, language, today)}</span>
                  <span className={LOOK[policy.state]}>{t(`state.${policy.state}`)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
