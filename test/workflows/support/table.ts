import { type ActorRole, type Kind, openStatesOf, type Region, regionsOf, type SideRegion, statesOf } from "~workflows";
import { DEVIATIONS, type Deviation } from "./deviations";
import { CORE } from "./published/core";
import { OF_KIND } from "./published/kinds";
import { OF_REGION } from "./published/regions";

/** One line of the tables: a row at one of the places that it starts from. Roles and guards are in alphabetical order. */
export type TableLine = {
  readonly row: string;
  readonly region: Region;
  readonly from: string;
  readonly event: string;
  readonly by: readonly string[];
  readonly guards: readonly string[];
  readonly to: string;
};

const ROLE: Readonly<Record<string, ActorRole>> = {
  T: "intake",
  I: "investigator",
  O: "ombudsperson",
  V: "reviewer",
  L: "liaison",
  A: "administrator",
  R: "reporter",
  S: "system",
};
const PLACE: Readonly<Record<string, string>> = { W: "@work", "*open": "@open" };

const roles = (letters: string) =>
  letters
    .split(",")
    .map((letter) => ROLE[letter.trim()] ?? letter)
    .sort();
const named = (guards: string) => (guards.match(/G-[A-Z0-9]+/g) ?? []).sort();
const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");

/** "id | from | event | by | guards | to", one line for each place before the comma. */
function readRow(region: Region, text: string): TableLine[] {
  const [row = "", from = "", event = "", by = "", guards = "", to = ""] = text.split(" | ");
  return from.split(",").map((place) => {
    const start = PLACE[place] ?? place;
    return { row, region, from: start, event, by: roles(by), guards: named(guards), to };
  });
}

/** "state -event[by; guards]-> state"; the published regions give their lines no names. */
function readArrow(region: Region, text: string): TableLine {
  const [, from = "", event = "", by = "", guards = "", to = ""] =
    /^(\w+) -([\w.]+)\[([^;\]]*);?([^\]]*)\]-> (\w+)$/.exec(text) ?? [];
  return { row: "", region, from, event, by: roles(by), guards: named(guards), to };
}

/** The tables of a kind, exactly as published. */
export function publishedTable(kind: Kind): TableLine[] {
  const procedure = lines(`${CORE}\n${OF_KIND[kind]}`).flatMap((line) => readRow("procedure", line));
  const sides = regionsOf(kind).filter((region): region is SideRegion => region !== "procedure");
  return [...procedure, ...sides.flatMap((region) => lines(OF_REGION[region]).map((line) => readArrow(region, line)))];
}

const without = (list: readonly string[], gone: readonly string[]) => list.filter((one) => !gone.includes(one));

function changeLine(line: TableLine, what: string, words: readonly string[]): TableLine[] {
  const [part, sign] = what.split(" ");
  const change = (list: readonly string[]) => (sign === "+" ? [...list, ...words].sort() : without(list, words));
  if (part === "guards") return [{ ...line, guards: change(line.guards) }];
  if (part === "by") return [{ ...line, by: change(line.by) }];
  if (part === "to") return [{ ...line, to: sign ?? "" }];
  return part === "from" && sign === "-" && words.includes(line.from) ? [] : [line];
}

/** Applies one listed deviation to the lines of its rows. */
function deviate(table: readonly TableLine[], { row, what }: Deviation): TableLine[] {
  if (what.startsWith("new in ")) {
    const [region = "", ...cells] = what.slice("new in ".length).split(" | ");
    return [...table, ...readRow(region as Region, [row, ...cells].join(" | "))];
  }
  const ids = row.split(" ");
  const words = what.split(" ").slice(2);
  const copies = ids.flatMap((id) => table.filter((line) => line.row === id).slice(0, 1));
  const added = what.startsWith("from +") ? copies.flatMap((line) => words.map((from) => ({ ...line, from }))) : [];
  return [...table.flatMap((line) => (ids.includes(line.row) ? changeLine(line, what, words) : [line])), ...added];
}

/** The tables of a kind with the listed deviations; `name` gives the lines of the regions the names of their rows. */
export function agreedTable(
  kind: Kind,
  name: (line: TableLine) => string,
  deviations: readonly Deviation[] = DEVIATIONS,
): TableLine[] {
  const table = publishedTable(kind).map((line) => ({ ...line, row: line.row || name(line) }));
  return deviations.reduce<TableLine[]>(deviate, table);
}

const ORIGINS = (kind: Kind, state: string): string[] => {
  const work = ["preliminaryAssessment", kind === "tip" ? "underInvestigation" : "underInquiry"];
  return state === "closureReview" ? [...work, "followUp", "referredMonitoring"] : work;
};

/** The states that a place of the tables stands for. */
export function statesAt(kind: Kind, place: string): string[] {
  const inquiry = kind === "tip" ? "underInvestigation" : "underInquiry";
  if (place === "*") return statesOf(kind).filter((state) => state !== "archived");
  if (place === "@open") return openStatesOf(kind);
  if (place === "@work") return ["preliminaryAssessment", inquiry];
  return [place === "@inquiry" ? inquiry : place];
}

/** The states that a line can lead to from one of its states. */
export function targetsOf(kind: Kind, { to }: TableLine, from: string): string[] {
  if (to === "@same") return [from];
  if (to === "@rest") return from === "inReview" ? ["clear", "inReview"] : ["normal", "flagged", "acted"];
  return to === "@origin" ? ORIGINS(kind, from) : statesAt(kind, to);
}
