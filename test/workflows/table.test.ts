import { expect, test } from "vitest";
import { describe as describeProcedure, KINDS, statesOf } from "~workflows";
import { GUARDS } from "~workflows/guards";
import { rowsOf } from "~workflows/rows";
import { publishedTable } from "./support/table";

for (const kind of KINDS) {
  test(`${kind}: the rows are those of the published tables`, () => {
    const rows = rowsOf(kind).map(({ id, from, event, by, guards, to }) => ({
      id,
      from: [...from],
      event,
      by: [...by].sort(),
      guards: [...guards].sort(),
      to,
    }));
    const published = publishedTable(kind).map((row) => ({ ...row, by: row.by.sort() }));
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(rows.sort(byId)).toEqual(published.sort(byId));
  });

  test(`${kind}: a state never has two rows for one event`, () => {
    const keys = describeProcedure(kind).transitions.map(({ from, event, row }) => ({ key: `${from} ${event}`, row }));
    const rowsByKey = new Map<string, Set<string>>();
    for (const { key, row } of keys) rowsByKey.set(key, new Set([...(rowsByKey.get(key) ?? []), row]));
    expect([...rowsByKey].filter(([, rows]) => rows.size > 1)).toEqual([]);
  });

  test(`${kind}: the outline draws every state, and its main path leads from arrival to archive`, () => {
    const { states, mainPath, transitions } = describeProcedure(kind);
    expect(states.map(({ id }) => id)).toEqual(statesOf(kind));
    for (const [index, to] of mainPath.slice(1).entries()) {
      expect(transitions.some((line) => line.from === mainPath[index] && line.to === to)).toBe(true);
    }
  });
}

test("every guard stands before at least one row", () => {
  const used = new Set(["G-ACTOR", ...KINDS.flatMap((kind) => rowsOf(kind).flatMap(({ guards }) => guards))]);
  expect(Object.keys(GUARDS).filter((guard) => !used.has(guard))).toEqual([]);
});
