import { type Lane, lanesOf, type Routed, routeArrows } from "./lanes";
import { headPath, linePath, type Point, round } from "./line";
import { placeBoxes } from "./place";
import type { Drawing } from "./select";
import { wrapLabel } from "./wrap-label";

/** A box on the page, in the picture's own units; `x` and `y` are its middle. */
export type Box = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
};
export type Stroke = {
  readonly id: string;
  readonly line: string;
  readonly heads: readonly string[];
  readonly isMain: boolean;
};
export type Sketch = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly strokes: readonly Stroke[];
};

/** Units are pixels at natural size. The widest picture is about 370 units, so that it fits a telephone nearly unscaled. */
export const FONT = 13;
export const LINE = 16;
const BOX_WIDTH = 128;
const BOX_PADDING = 10;
const COLUMN_GAP = 40;
const ROW_GAP = 26;
const LANE = 10;
const MARGIN = 12;
const CORNER = 7;
const HEAD = 7;
/** Arrivals and departures at the same edge of a box lie this far from its middle. */
const APART = 8;

type Frame = {
  readonly boxes: ReadonlyMap<string, Box & { readonly column: 0 | 1; readonly top: number; readonly bottom: number }>;
  readonly laneX: (lane: Lane | undefined) => number;
  readonly busX: number;
};

/**
 * Lays a drawing out: straight spine, side states in a column of their own, lanes at both edges.
 *
 * Shape: left to right; `mirror` turns a sketch for scripts that run from right to left. The same drawing and labels
 *        always give the same sketch.
 */
export function sketchOf(drawing: Drawing, label: (box: string) => string): Sketch {
  const places = placeBoxes(drawing);
  const routed = routeArrows(drawing, places);
  const lanes = lanesOf(routed, places);
  const many = (edge: "start" | "end") =>
    Math.max(0, ...lanes.filter((lane) => lane.edge === edge).map(({ index }) => index + 1));
  const spineX = MARGIN + many("start") * LANE + BOX_WIDTH / 2;
  const sideX = spineX + BOX_WIDTH + COLUMN_GAP;
  const edgeX = (drawing.sides.length > 0 ? sideX : spineX) + BOX_WIDTH / 2;

  const lines = new Map([...places.keys()].map((id) => [id, wrapLabel(label(id), BOX_WIDTH - BOX_PADDING, FONT)]));
  const heightOf = (id: string) => (lines.get(id)?.length ?? 1) * LINE + 2 * BOX_PADDING;
  const rows = Math.max(...[...places.values()].map(({ row }) => row)) + 1;
  const rowHeights = Array.from({ length: rows }, (_, row) =>
    Math.max(...[...places].filter(([, place]) => place.row === row).map(([id]) => heightOf(id))),
  );
  const topOf = (row: number) => MARGIN + rowHeights.slice(0, row).reduce((sum, height) => sum + height + ROW_GAP, 0);
  const boxes = new Map(
    [...places].map(([id, { row, column }]) => {
      const [top, height] = [topOf(row), rowHeights[row] ?? 0];
      const box = { id, x: column === 0 ? spineX : sideX, y: top + height / 2, width: BOX_WIDTH, height: heightOf(id) };
      return [id, { ...box, lines: lines.get(id) ?? [], column, top, bottom: top + height }];
    }),
  );
  const frame: Frame = {
    boxes,
    busX: spineX + BOX_WIDTH / 2 + COLUMN_GAP / 2,
    laneX: (lane) => {
      if (!lane) throw new RangeError("The picture has no lane for an arrow.");
      return lane.edge === "start" ? spineX - BOX_WIDTH / 2 - (lane.index + 1) * LANE : edgeX + (lane.index + 1) * LANE;
    },
  };
  return {
    width: round(edgeX + many("end") * LANE + MARGIN),
    height: round(topOf(rows) - ROW_GAP + MARGIN),
    boxes: [...boxes.values()].map(({ column, top, bottom, ...box }) => box),
    strokes: routed.map((arrow) => strokeOf(arrow, frame, lanes)),
  };
}

function strokeOf(arrow: Routed, frame: Frame, lanes: readonly Lane[]): Stroke {
  const points = pointsOf(arrow, frame, lanes);
  const heads = [headPath(points, HEAD), ...(arrow.returns ? [headPath([...points].reverse(), HEAD)] : [])];
  return { id: `${arrow.from}-${arrow.to}`, line: linePath(points, CORNER), heads, isMain: arrow.way === "spine" };
}

function pointsOf(arrow: Routed, { boxes, laneX, busX }: Frame, lanes: readonly Lane[]): Point[] {
  const [from, to] = [boxes.get(arrow.from), boxes.get(arrow.to)];
  if (!from || !to) throw new RangeError(`The picture has no box for ${arrow.from} or ${arrow.to}.`);
  const half = BOX_WIDTH / 2;
  const gapAbove = to.top - ROW_GAP / 2;
  /** Where an arrow enters the top of a spine box that it does not reach along the spine. */
  const entry: Point[] = [
    [to.x + half * 0.55, gapAbove],
    [to.x + half * 0.55, to.y - to.height / 2],
  ];
  switch (arrow.way) {
    case "spine":
      return [
        [from.x, from.y + from.height / 2],
        [to.x, to.y - to.height / 2],
      ];
    case "branch": {
      const isOut = from.column === 0;
      const [main, side] = isOut ? [from, to] : [to, from];
      const points: Point[] = [
        [main.x + half, main.y],
        [busX, main.y],
        [busX, side.y],
        [side.x - half, side.y],
      ];
      const straight: Point[] = [
        [main.x + half, main.y],
        [side.x - half, side.y],
      ];
      const run = main.y === side.y ? straight : points;
      return isOut ? run : run.reverse();
    }
    case "below": {
      const down: Point = [from.x, from.y + from.height / 2];
      if (to.column === 1) return [down, [to.x, to.y - to.height / 2]];
      return [down, [from.x, gapAbove], ...entry];
    }
    case "lane": {
      const lane = lanes.find(({ to: target, edge }) => target === arrow.to && edge === arrow.edge);
      const x = laneX(lane);
      const isUp = from.y > to.y;
      const shift = isUp ? APART : -APART;
      if (arrow.edge === "start") {
        return [
          [from.x - half, from.y - shift],
          [x, from.y - shift],
          [x, to.y + shift],
          [to.x - half, to.y + shift],
        ];
      }
      const leave: Point[] =
        from.column === 1
          ? [
              [from.x + half, from.y - shift],
              [x, from.y - shift],
            ]
          : [
              [from.x + half * 0.55, from.y + from.height / 2],
              [from.x + half * 0.55, from.bottom + ROW_GAP / 2],
              [x, from.bottom + ROW_GAP / 2],
            ];
      const arrive: Point[] =
        to.column === 1
          ? [
              [x, to.y + shift],
              [to.x + half, to.y + shift],
            ]
          : [[x, gapAbove], ...entry];
      return [...leave, ...arrive];
    }
  }
}
