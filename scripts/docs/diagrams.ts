import { waysOf } from "../../app/components/procedure/steps";
import { drawnWays } from "../../app/components/procedure/told-steps";
import type { Outline, OutlineRegion, OutlineTransition } from "../../workflows/outline";

/** Two states that several events join are one line with all of them. */
function lines(ways: readonly OutlineTransition[]): string[] {
  const pairs = [...new Set(ways.map(({ from, to }) => `${from} ${to}`))];
  return pairs.map((pair) => {
    const [from = "", to = ""] = pair.split(" ");
    const events = ways.filter((way) => way.from === from && way.to === to).map(({ event }) => event);
    return `  ${from} --> ${to}: ${[...new Set(events)].join(", ")}`;
  });
}

function diagram(initial: string, ends: readonly string[], ways: readonly OutlineTransition[]): string {
  const body = [`  [*] --> ${initial}`, ...lines(ways), ...ends.map((end) => `  ${end} --> [*]`)];
  return ["```mermaid", "stateDiagram-v2", ...body, "```"].join("\n");
}

const endsOf = ({ states }: OutlineRegion) => states.filter(({ isFinal }) => isFinal).map(({ id }) => id);

/** The procedure of a kind, without the steps that start nearly everywhere. */
export function procedureDiagram(outline: Outline, region: OutlineRegion): string {
  return diagram(region.initial, endsOf(region), drawnWays(outline));
}

/** One region that runs beside the procedure. */
export function regionDiagram(region: OutlineRegion): string {
  return diagram(region.initial, endsOf(region), waysOf(region));
}
