import { TIERS } from "~workflows/codes";
import type { Limits } from "~workflows/limits";
import type { Outline } from "~workflows/outline";
import { STATES } from "~workflows/states";
import { Times } from "./limits";
import { limitsOfState, spanWords } from "./spans";
import { procedureRegion } from "./steps";
import { useNames } from "./use-names";

/** How long each stage and each duty may take, tier by tier. */
export function LimitsTable({ outline, limits }: { outline: Outline; limits: Limits }) {
  const { t, state, duty } = useNames();
  const stages = procedureRegion(outline)
    .states.map(({ id }) => ({ id, label: state(id), spans: limitsOfState(limits, outline.kind, id) }))
    .filter(({ spans }) => spans.length > 0);
  const others = Object.entries(limits)
    .filter(([id]) => isOtherDuty(id, outline))
    .map(([id, spans]) => ({ id, label: duty(id), spans }));
  return (
    <table className="limits">
      <caption className="visually-hidden">{t("clocks.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("clocks.duty")}</th>
          {TIERS.map((tier) => (
            <th key={tier} scope="col">
              {tier}
            </th>
          ))}
        </tr>
      </thead>
      {[
        { heading: t("clocks.others"), rows: others },
        { heading: t("clocks.stages"), rows: stages },
      ].map(({ heading, rows }) => (
        <tbody key={heading}>
          <tr>
            <th colSpan={5} scope="rowgroup">
              {heading}
            </th>
          </tr>
          {rows.map(({ id, label, spans }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              {spans.every((span) => span === spans[0]) ? (
                <td colSpan={4}>
                  <Times spans={spans} />
                </td>
              ) : (
                spans.map((span, index) => <td key={TIERS[index]}>{spanWords(span, t)}</td>)
              )}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** Limits that only some kinds have: where the region or stage is missing, so is the duty. */
const ONLY_WITH: Readonly<Record<string, string>> = { interim: "interim", agencyExtension: "agencyReply" };

/** A limit that belongs to no stage. */
function isOtherDuty(id: string, { regions }: Outline): boolean {
  const [state = ""] = id.split(".");
  const only = ONLY_WITH[id];
  const isHere = regions.some((region) => region.id === only || region.states.some((one) => one.id === only));
  return !(STATES as readonly string[]).includes(state) && (only === undefined || isHere);
}
