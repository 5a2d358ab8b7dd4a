import type { Outline } from "~workflows/outline";
import { useNames } from "./use-names";

/** Where the sentence for a guard stands on the public page. */
export const guardAnchor = (guard: string) => `guard-${guard}`;

/** Every guard that the steps of a kind ask for, in the order in which they are met. */
export function guardsOf({ regions }: Outline): string[] {
  return [...new Set(regions.flatMap(({ transitions }) => transitions).flatMap(({ guards }) => guards))];
}

/** What has to be true before a step, each guard once in a sentence. */
export function GuardList({ outline }: { outline: Outline }) {
  const { t } = useNames();
  return (
    <dl className="guards">
      {guardsOf(outline).map((guard) => (
        <div key={guard} id={guardAnchor(guard)}>
          <dt>
            {t(`guard.${guard}.label`)} <span className="id quiet">{guard}</span>
          </dt>
          <dd>{t(`guard.${guard}.means`)}</dd>
        </div>
      ))}
    </dl>
  );
}
