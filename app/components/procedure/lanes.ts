import type { Place } from "./place";
import type { Arrow, Drawing } from "./select";

/** How an arrow runs: down the spine, as a branch beside it, straight down or by the gap between rows, or by a lane at an edge. */
export type Way = "spine" | "branch" | "below" | "lane";
export type Routed = Arrow & { readonly way: Way; readonly edge: "start" | "end" | null };

/** Decides how each arrow runs. */
export function routeArrows(drawing: Drawing, places: ReadonlyMap<string, Place>): Routed[] {
  return drawing.arrows.map((arrow) => ({ ...arrow, ...routeOf(arrow, drawing, places) }));
}

function routeOf({ from, to, returns }: Arrow, { spine }: Drawing, places: ReadonlyMap<string, Place>) {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) throw new RangeError(`The picture has no place for ${from} or ${to}.`);
  const fromSpine = start.column === 0;
  const toSpine = end.column === 0;
  if (fromSpine && toSpine) {
    const isNext = spine.indexOf(to) === spine.indexOf(from) + 1;
    return isNext ? ({ way: "spine", edge: null } as const) : ({ way: "lane", edge: "start" } as const);
  }
  if (fromSpine !== toSpine) {
    const [main, side] = fromSpine ? [start, end] : [end, start];
    const nextMain = Math.min(...spine.map((id) => places.get(id)?.row ?? 0).filter((row) => row > main.row));
    if (side.row >= main.row && side.row < nextMain) return { way: "branch", edge: null } as const;
  }
  const isDown = start.column === 1 && end.row > start.row && !returns;
  const isClear = ![...places.values()].some(({ row, column }) => column === 1 && row > start.row && row < end.row);
  if (isDown && isClear) return { way: "below", edge: null } as const;
  return { way: "lane", edge: "end" } as const;
}

/** A lane beside the picture: everything that comes back to the same box runs in the same one. */
export type Lane = { readonly to: string; readonly edge: "start" | "end"; readonly index: number };

/** Gives each target its lane. Short lanes lie inside, so that they cross no longer one. */
export function lanesOf(routed: readonly Routed[], places: ReadonlyMap<string, Place>): Lane[] {
  const row = (id: string) => places.get(id)?.row ?? 0;
  return (["start", "end"] as const).flatMap((edge) => {
    const mine = routed.filter((arrow) => arrow.edge === edge);
    const spans = [...new Set(mine.map(({ to }) => to))].map((to) => {
      const rows = mine.filter((arrow) => arrow.to === to).flatMap((arrow) => [row(arrow.from), row(to)]);
      return { to, edge, first: Math.min(...rows), last: Math.max(...rows) };
    });
    spans.sort((a, b) => a.last - a.first - (b.last - b.first) || a.first - b.first || a.to.localeCompare(b.to));
    const taken: { first: number; last: number; index: number }[] = [];
    return spans.map(({ to, first, last }) => {
      const meets = taken.filter((other) => other.first <= last && first <= other.last).map(({ index }) => index);
      const index = Math.max(-1, ...meets) + 1;
      taken.push({ first, last, index });
      return { to, edge, index };
    });
  });
}
