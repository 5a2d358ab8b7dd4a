import { useWords } from "~/components/words";
import { type DeadlineRow, TIER_ORDER } from "./policies-view";
import { useDutyWords, useSpanWords } from "./policy-words";

/** How long each duty may take in each tier. What the office has changed is marked, with what is published beside it. */
export function DeadlineTable({ rows, onChange }: { rows: DeadlineRow[]; onChange: ((duty: string) => void) | null }) {
  const t = useWords("policy");
  const dutyWords = useDutyWords();
  return (
    <table className="rows">
      <caption className="visually-hidden">{t("deadlines.heading")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("deadlines.duty")}</th>
          {TIER_ORDER.map((tier) => (
            <th scope="col" key={tier}>
              {tier}
            </th>
          ))}
          {onChange && <th scope="col">{t("deadlines.action")}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.duty}>
            <th scope="row" data-label={t("deadlines.duty")}>
              <span>
                <span className="strong">{dutyWords(row.duty)}</span>
                {row.spans.join() !== row.published.join() && (
                  <span className="pill tint">{t("deadlines.changed")}</span>
                )}
              </span>
            </th>
            {TIER_ORDER.map((tier, nth) => (
              <SpanCell key={tier} tier={tier} span={row.spans[nth] ?? ""} published={row.published[nth] ?? ""} />
            ))}
            {onChange && (
              <td data-label={t("deadlines.action")}>
                <button type="button" className="quiet-button" onClick={() => onChange(row.duty)}>
                  {t("deadlines.change")}
                  <span className="visually-hidden"> {dutyWords(row.duty)}</span>
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SpanCell({ tier, span, published }: { tier: string; span: string; published: string }) {
  const t = useWords("policy");
  const spanWords = useSpanWords();
  return (
    <td data-label={tier}>
      <span className={span === published ? undefined : "strong"}>
        {spanWords(span)}
        {span !== published && (
          <span className="under small">{t("deadlines.instead", { span: spanWords(published) })}</span>
        )}
      </span>
    </td>
  );
}
