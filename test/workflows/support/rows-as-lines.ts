import type { Row } from "~workflows/row";
import type { TableLine } from "./table";

/** The machine's rows in the shape of the published lines. */
export function linesOf(rows: readonly Row[]): TableLine[] {
  return rows.flatMap(({ id, region, from, event, by, guards, to }) =>
    from.map((place) => ({
      row: id,
      region,
      from: place,
      event,
      by: [...by].sort(),
      guards: [...guards].sort(),
      to,
    })),
  );
}

/** Finds the row that a line of a region is about: the one with this event there, or else the region's row for the event. */
export function nameIn(rows: readonly Row[]): (line: TableLine) => string {
  return ({ region, from, event }) => {
    const same = rows.filter((row) => row.region === region && row.event === event);
    return (same.find((row) => row.from.some((place) => place === from)) ?? same[0])?.id ?? "";
  };
}
