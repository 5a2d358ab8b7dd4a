/** One figure of one target, measured beside its limit in the same run. */
export interface Figure {
  target: string;
  what: string;
  measured: number;
  /** What the figure may be at most, or must be at least. */
  limit: number;
  better: "less" | "more";
  unit: string;
  /** Where the limit comes from: a number that was set, or a peer measured in this run. */
  against: string;
}

/** A note under the table: what was measured beside the targets, and why. */
export interface Note {
  target: string;
  text: string;
}

export type Line = Figure | Note;

export function holds({ measured, limit, better }: Figure): boolean {
  return better === "less" ? measured <= limit : measured >= limit;
}

/** The lines as a table for a terminal, notes below, and at the end what falls short. */
export function printTable(lines: readonly Line[]): void {
  const figures = lines.filter((line): line is Figure => "measured" in line);
  const rows = figures.map((figure) => [
    figure.target,
    figure.what,
    amount(figure.measured, figure.unit),
    `${figure.better === "less" ? "≤" : "≥"} ${amount(figure.limit, figure.unit)}`,
    figure.against,
    ratio(figure),
    holds(figure) ? "pass" : "FALLS SHORT",
  ]);
  const head = ["", "what", "measured", "limit", "limit is", "ratio", ""];
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => (row[at] ?? "").length)));
  for (const row of [head, ...rows]) console.info(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  "));
  const notes = lines.filter((line): line is Note => "text" in line);
  if (notes.length > 0) console.info("");
  for (const { target, text } of notes) console.info(`${target}: ${text}`);
  const short = figures.filter((figure) => !holds(figure));
  console.info(`\n${figures.length - short.length} of ${figures.length} figures hold.`);
  for (const figure of short) {
    const is = `${amount(figure.measured, figure.unit)}, limit ${amount(figure.limit, figure.unit)}`;
    console.info(`Falls short: ${figure.target} ${figure.what}: ${is}.`);
  }
}

/** How the measured figure stands to its limit: 1.00 is exactly at it. */
function ratio({ measured, limit }: Figure): string {
  return limit === 0 ? (measured === 0 ? "0" : "∞") : (measured / limit).toFixed(2);
}

function amount(value: number, unit: string): string {
  const digits = Number.isInteger(value) ? 0 : value >= 100 ? 0 : value >= 10 ? 1 : 3;
  const text = value.toLocaleString("en", { minimumFractionDigits: 0, maximumFractionDigits: digits });
  return unit === "" ? text : `${text} ${unit}`;
}

/** The value below which the given share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
