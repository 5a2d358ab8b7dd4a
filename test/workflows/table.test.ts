import { expect, test } from "vitest";
import { describe as describeProcedure, KINDS, type Kind, regionsOf, statesOfRegion } from "~workflows";
import { GUARDS } from "~workflows/guards";
import { guardsOf } from "~workflows/leads";
import type { Row } from "~workflows/row";
import { rowsOf } from "~workflows/rows";
import { DEVIATIONS } from "./support/deviations";
import { linesOf, nameIn } from "./support/rows-as-lines";
import { agreedTable, publishedTable, type TableLine } from "./support/table";

const ROWS_PUBLISHED = { tip: 48, grievance: 71, complaint: 72 } as const;
const key = ({ region, from, event, row }: TableLine) => `${region} ${from} ${event} ${row}`;
const byKey = (a: TableLine, b: TableLine) => (key(a) < key(b) ? -1 : 1);

for (const kind of KINDS) {
  test(`${kind}: every row is as published, but for the listed deviations`, () => {
    const rows = rowsOf(kind);
    expect(linesOf(rows).sort(byKey)).toEqual(agreedTable(kind, nameIn(rows)).sort(byKey));
  });

  test(`${kind}: the tables were read whole`, () => {
    const ids = new Set(publishedTable(kind).map(({ row }) => row));
    ids.delete("");
    expect(ids.size).toBe(ROWS_PUBLISHED[kind]);
    for (const { region, from, event, to } of publishedTable(kind)) {
      expect([region, from, event, to]).not.toContain("");
    }
  });

  test(`${kind}: the outline draws every state, and its main path leads from arrival to archive`, () => {
    const { regions, mainPath } = describeProcedure(kind);
    expect(regions.map(({ id, states }) => [id, states.map((state) => state.id)])).toEqual(
      regionsOf(kind).map((region) => [region, [...statesOfRegion(kind, region)]]),
    );
    for (const [index, to] of mainPath.slice(1).entries()) {
      const drawn = regions[0]?.transitions.some((line) => line.from === mainPath[index] && line.to === to);
      expect(`${mainPath[index]} -> ${to}: ${drawn}`).toBe(`${mainPath[index]} -> ${to}: true`);
    }
  });
}

test("every listed deviation is one that a machine really has", () => {
  for (const deviation of DEVIATIONS) {
    const needed = KINDS.some((kind) => {
      const name = nameIn(rowsOf(kind));
      const without = DEVIATIONS.filter((other) => other !== deviation);
      return JSON.stringify(agreedTable(kind, name)) !== JSON.stringify(agreedTable(kind, name, without));
    });
    expect(`${deviation.row} ${deviation.what}: ${needed}`).toBe(`${deviation.row} ${deviation.what}: true`);
  }
});

test("every guard stands before at least one row, and every row has an actor", () => {
  const rows: readonly Row[] = KINDS.flatMap((kind: Kind) => rowsOf(kind));
  const used = new Set(rows.flatMap((row) => [...guardsOf(row), ...row.guards]));
  expect(Object.keys(GUARDS).filter((guard) => !used.has(guard as never))).toEqual([]);
  expect(rows.filter(({ by }) => by.length === 0)).toEqual([]);
});

test("what tells the reporter counts as feedback, and what the tables say is heard elsewhere is raised", () => {
  const rows = KINDS.flatMap((kind: Kind) => rowsOf(kind));
  const raising = (event: string) =>
    rows.filter(({ raises }) => raises.some((one) => one === event)).map(({ id }) => id);
  const noticing = rows.filter(({ id, guards }) => guards.includes("G-NOTICE") && id !== "N07").map(({ id }) => id);
  expect(raising("feedback.give")).toEqual(noticing);
  expect(raising("reporter.message")).toEqual(expect.arrayContaining(["C09", "B12"]));
  expect(raising("rewrap.needed")).toEqual(expect.arrayContaining(["S71", "S72", "S74", "A04", "B07", "K10"]));
});
