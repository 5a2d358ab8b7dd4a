import { TIERS } from "~workflows/codes";
import type { SpanText } from "~workflows/limits";
import { spanWords } from "./spans";
import { useNames } from "./use-names";

/** How long something may take, tier by tier; said once where all four are alike. */
export function Times({ spans }: { spans: readonly SpanText[] }) {
  const { t } = useNames();
  const [first, ...others] = spans;
  if (first === undefined) return null;
  if (others.every((span) => span === first)) {
    return (
      <span>
        {spanWords(first, t)} <span className="quiet">({t("clocks.same")})</span>
      </span>
    );
  }
  return (
    <span className="times">
      {spans.map((span, index) => (
        <span key={TIERS[index]}>
          <b>
            <bdi>{TIERS[index]}</bdi>
          </b>{" "}
          <bdi>{spanWords(span, t)}</bdi>
        </span>
      ))}
    </span>
  );
}
