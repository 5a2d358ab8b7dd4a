import { procedureRegion } from "../../app/components/procedure/steps";
import { everywhereRows } from "../../app/components/procedure/told-steps";
import codes from "../../app/locales/en/codes.json";
import words from "../../app/locales/en/procedure.json";
import { GUARDS, type GuardName } from "../../workflows/guards";
import { PUBLISHED_LIMITS, PUBLISHED_LIMITS_VERSION, readSpan } from "../../workflows/limits";
import { describe } from "../../workflows/outline";
import type { Region } from "../../workflows/regions";
import { KINDS, type Kind } from "../../workflows/roles";
import { rowsOf } from "../../workflows/rows";
import { procedureDiagram, regionDiagram } from "./diagrams";
import { DIFFERENCES } from "./differences";
import { paragraphs, table } from "./markdown";
import { rowTable } from "./row-tables";

const isShared = (id: string) => KINDS.every((kind) => rowsOf(kind).some((row) => row.id === id));

/** The rows of the procedure that every kind has. */
export function coreChapter(): string {
  const rows = rowsOf("tip").filter(({ id, region }) => region === "procedure" && isShared(id));
  return paragraphs("## Core procedure, all kinds", rowTable(rows));
}

/** What one kind has of its own: its path, its rows, its picture. */
export function kindChapter(kind: Kind): string {
  const outline = describe(kind);
  const own = rowsOf(kind).filter(({ id, region }) => region === "procedure" && !isShared(id));
  const told = everywhereRows(outline).map(({ row, event, to }) => `${row} \`${event}\` to ${to.join(", ")}`);
  return paragraphs(
    `## ${codes.kinds[kind].label}`,
    `The usual way: ${outline.mainPath.join(" → ")}.`,
    rowTable(own),
    procedureDiagram(outline, procedureRegion(outline)),
    told.length > 0 ? `Not drawn, because it starts in every open state: ${told.join("; ")}.` : "",
  );
}

/** The regions beside the procedure. A region that a tip lacks is taken from a kind that has it. */
export function regionChapters(): string {
  const { regions } = describe("complaint");
  const hasTip = (id: Region) => describe("tip").regions.some((region) => region.id === id);
  const chapters = regions
    .filter(({ id }) => id !== "procedure")
    .map((region) => {
      const id = region.id as keyof typeof words.region;
      const rows = rowsOf("complaint").filter((row) => row.region === region.id);
      return paragraphs(
        `### ${region.id}${hasTip(region.id) ? "" : " (grievances and complaints)"}`,
        words.region[id].purpose,
        rowTable(rows),
        regionDiagram(region),
      );
    });
  return paragraphs("## Regions beside the procedure", ...chapters);
}

/** Every guard with its meaning, and the rows that ask for it. */
export function guardChapter(): string {
  const rows = KINDS.flatMap((kind) => rowsOf(kind));
  const names = Object.keys(GUARDS) as GuardName[];
  const lines = names.map((name) => {
    const ids = [...new Set(rows.filter(({ guards }) => guards.includes(name)).map(({ id }) => id))];
    return [name, words.guard[name].means, ids.join(" ") || "asked before every step that it concerns"];
  });
  return paragraphs("## Guards", table(["guard", "holds when", "rows"], lines));
}

function span(text: string): string {
  const [[unit, count] = ["days", 0]] = Object.entries(readSpan(text) ?? {});
  const names: Record<string, string> = { days: "d", workingDays: "wd", months: "m" };
  return count === 0 ? "same day" : `${count} ${names[unit]}`;
}

/** How long a stay or a duty may take, as published. */
export function limitChapter(): string {
  const lines = Object.entries(PUBLISHED_LIMITS).map(([duty, spans]) => [duty, ...spans.map(span)]);
  return paragraphs(
    "## Deadlines by tier",
    `Version ${PUBLISHED_LIMITS_VERSION}. d calendar days, wd working days by the office's calendar, m calendar months. An office can publish its own; a case keeps those with which it started.`,
    table(["state or duty", "T1", "T2", "T3", "T4"], lines),
  );
}

/** What can never happen. */
export function invariantChapter(): string {
  const lines = Object.entries(words.never).filter(([id]) => /^I\d+$/.test(id));
  return paragraphs("## Invariants", lines.map(([id, sentence]) => `- **${id}** ${sentence}`).join("\n"));
}

/** Where the machines differ from the draft that they were made from. */
export function differenceChapter(): string {
  const lines = DIFFERENCES.map(({ row, what, why }) => [row, what, why]);
  return paragraphs(
    "## Differences from the first draft",
    lines.length > 0 ? table(["row", "what", "why"], lines) : "None.",
  );
}
