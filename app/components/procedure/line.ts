export type Point = readonly [x: number, y: number];

/** One decimal is finer than any screen, and makes the same machine give the same text everywhere. */
export const round = (value: number) => Math.round(value * 10) / 10;

const toward = ([ax, ay]: Point, [bx, by]: Point, most: number): Point => {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const part = Math.min(most, length / 2) / length;
  return [ax + (bx - ax) * part, ay + (by - ay) * part];
};

/** Writes a line through points as a path whose corners are rounded. */
export function linePath(points: readonly Point[], radius: number): string {
  const at = ([x, y]: Point) => `${round(x)} ${round(y)}`;
  const parts = points.map((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return `M${at(point)}`;
    if (!after) return `L${at(point)}`;
    return `L${at(toward(point, before, radius))}Q${at(point)} ${at(toward(point, after, radius))}`;
  });
  return parts.join("");
}

/** Writes an arrow head whose tip is the last point of a line. */
export function headPath(points: readonly Point[], size: number): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return "";
  const [dx, dy] = [tip[0] - before[0], tip[1] - before[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const base: Point = [tip[0] - ux * size, tip[1] - uy * size];
  const half = size * 0.55;
  const corner = (side: number) => `${round(base[0] - uy * half * side)} ${round(base[1] + ux * half * side)}`;
  return `M${round(tip[0])} ${round(tip[1])}L${corner(1)}L${corner(-1)}Z`;
}
