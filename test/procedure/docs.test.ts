import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KINDS } from "~workflows/roles";
import { rowsOf } from "~workflows/rows";
import { procedurePage } from "../../scripts/docs/procedure-page";

test("docs/procedure.md is word for word what the machines write", () => {
  expect(readFileSync("docs/procedure.md", "utf8")).toBe(procedurePage());
});

test("every row of every kind stands on the page once", () => {
  const ids = [...procedurePage().matchAll(/^\| ([A-Z]\d+[a-z]?) \|/gm)].map(([, id]) => id);
  const rows = [...new Set(KINDS.flatMap((kind) => rowsOf(kind).map(({ id }) => id)))];
  expect(ids.sort()).toEqual(rows.sort());
});
