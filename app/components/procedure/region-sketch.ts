import { Graph, layout } from "@dagrejs/dagre";
import type { OutlineRegion, OutlineTransition } from "~workflows/outline";
import { headPath, type Point, round } from "./line";
import { type Box, FONT, LINE, type Stroke } from "./sketch";
import { waysOf } from "./steps";
import { widthOf, wrapLabel } from "./wrap-label";

/** One way of a region with its number in the list below the picture: every step between the same two states shares it. */
export type NumberedWay = {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly steps: readonly OutlineTransition[];
};
export type Tag = { readonly x: number; readonly y: number; readonly number: number };
export type RegionSketch = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
  readonly tags: readonly Tag[];
};

const MOST_LABEL = 88;
const PADDING = 9;
const TAG = 18;
const HEAD = 7;

/** Numbers the ways of a region in the order in which its states are told. */
export function numberWays(region: OutlineRegion): NumberedWay[] {
  const { states } = region;
  const ways = waysOf(region);
  const pairs = states.flatMap(({ id: from }) => states.map(({ id: to }) => ({ from, to })));
  return pairs
    .map((pair) => ({ ...pair, steps: ways.filter(({ from, to }) => from === pair.from && to === pair.to) }))
    .filter((way) => way.steps.length > 0)
    .map((way, index) => ({ ...way, number: index + 1 }));
}

/** Lays one region out from top to bottom, with a numbered tag on every way. The same region gives the same sketch. */
export function regionSketch(
  region: OutlineRegion,
  ways: readonly NumberedWay[],
  label: (state: string) => string,
): RegionSketch {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: "TB", nodesep: 14, edgesep: 8, ranksep: 22, marginx: 4, marginy: 4 });
  const lines = new Map(region.states.map(({ id }) => [id, wrapLabel(label(id), MOST_LABEL, FONT)]));
  for (const [id, texts] of lines) {
    const width = Math.max(64, ...texts.map((text) => widthOf(text, FONT))) + 2 * PADDING;
    graph.setNode(id, { width: Math.ceil(width), height: texts.length * LINE + 2 * PADDING });
  }
  for (const { from, to, number } of ways) {
    graph.setEdge(from, to, { width: TAG, height: TAG, labelpos: "c", number }, String(number));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    width: round(width),
    height: round(height),
    boxes: region.states.map(({ id }) => ({ id, ...boxAt(graph.node(id)), lines: lines.get(id) ?? [] })),
    strokes: graph.edges().map((edge) => strokeAt(`${edge.v}-${edge.w}`, graph.edge(edge).points ?? [])),
    tags: graph.edges().map((edge) => {
      const { x = 0, y = 0, number } = graph.edge(edge) as { x?: number; y?: number; number: number };
      return { x: round(x), y: round(y), number };
    }),
  };
}

function boxAt({ x = 0, y = 0, width = 0, height = 0 }: { x?: number; y?: number; width?: number; height?: number }) {
  return { x: round(x), y: round(y), width, height };
}

/** A soft line: each point between the ends pulls it, none is a corner. */
function strokeAt(id: string, at: readonly { x: number; y: number }[]): Stroke {
  const points: Point[] = at.map(({ x, y }) => [x, y]);
  const text = ([x, y]: Point) => `${round(x)} ${round(y)}`;
  const middle = ([ax, ay]: Point, [bx, by]: Point): Point => [(ax + bx) / 2, (ay + by) / 2];
  const [first, ...rest] = points;
  if (!first) return { id, line: "", heads: [], isMain: false };
  const curves = rest.map((point, index) => {
    const after = rest[index + 1];
    return after ? `Q${text(point)} ${text(middle(point, after))}` : `L${text(point)}`;
  });
  return { id, line: `M${text(first)}${curves.join("")}`, heads: [headPath(points, HEAD)], isMain: false };
}
