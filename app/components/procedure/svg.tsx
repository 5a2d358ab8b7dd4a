import type { ReactNode } from "react";
import { type Box, FONT, LINE, type Stroke } from "./sketch";
import { widthOf } from "./wrap-label";

/** The frame of every picture: named for screen readers, as wide as it needs and never wider than its place. */
export function Svg({
  name,
  width,
  height,
  title,
  description,
  children,
}: {
  name: string;
  width: number;
  height: number;
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <svg
      className="chart"
      role="img"
      aria-labelledby={`${name}-title ${name}-desc`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title id={`${name}-title`}>{title}</title>
      <desc id={`${name}-desc`}>{description}</desc>
      {children}
    </svg>
  );
}

/** The lines, turned around as a whole where the script runs from right to left. */
export function Strokes({
  strokes,
  width,
  isMirrored,
}: {
  strokes: readonly Stroke[];
  width: number;
  isMirrored: boolean;
}) {
  // What is drawn later lies above: the main path covers whatever meets it.
  const ordered = [...strokes].sort((a, b) => Number(a.isMain) - Number(b.isMain));
  return (
    <g transform={isMirrored ? `translate(${width} 0) scale(-1 1)` : undefined}>
      {ordered.map(({ id, line, heads, isMain }) => (
        <g key={id} className={isMain ? "chart-way main" : "chart-way"}>
          <path className="chart-line" d={line} />
          <path className="chart-head" d={heads.join("")} />
        </g>
      ))}
    </g>
  );
}

const ROOM = 8;

/** One box with its label; `x` is its middle as drawn. */
export function BoxShape({ box, x, className }: { box: Box; x: number; className: string }) {
  const { y, width, height, lines } = box;
  return (
    <g className={className}>
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={8} />
      {lines.map((line, index) => {
        const isTooWide = widthOf(line, FONT) > width - ROOM;
        return (
          <text
            key={line}
            x={x}
            y={y + (index - (lines.length - 1) / 2) * LINE + FONT * 0.36}
            textLength={isTooWide ? width - 2 * ROOM : undefined}
            lengthAdjust={isTooWide ? "spacingAndGlyphs" : undefined}
          >
            {line}
          </text>
        );
      })}
    </g>
  );
}
