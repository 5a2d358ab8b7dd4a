import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startCase } from "~workflows";

const page = readFileSync("docs/metadata.md", "utf8");
const SCALARS = ["String", "Int", "BigInt", "Boolean", "Bytes", "DateTime", "Float", "Decimal", "Json"];

/** The columns of every model as "Case.state"; fields that stand for another model are no columns. */
function columnsOf(schema: string): string[] {
  return [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(([, model, body = ""]) =>
    [...body.matchAll(/^ {2}(\w+)\s+(\w+)(\[\])?/gm)]
      .filter(([, , type = ""]) => SCALARS.includes(type))
      .map(([, column]) => `${model}.${column}`),
  );
}

/** The rows of the page's tables under each heading, as "Case.state"; every row has all its cells. */
function rowsOf(heading: RegExp): { name: string; cells: string[] }[] {
  return page.split(/^(?=##+ )/m).flatMap((section) => {
    const title = heading.exec(section)?.[1];
    if (title === undefined) return [];
    return [...section.matchAll(/^\| `(\w+)` \|(.*)\|$/gm)].map(([, name, rest = ""]) => ({
      name: `${title}.${name}`,
      cells: rest.split("|").map((cell) => cell.trim()),
    }));
  });
}

test.each(["prisma/schema.prisma", "prisma/postgresql/schema.prisma"])(
  "every column of %s is on the page, and the page names no other",
  (file) => {
    const onPage = rowsOf(/^## (\w+)\n/).map(({ name }) => name);
    expect(onPage.sort()).toEqual(columnsOf(readFileSync(file, "utf8")).sort());
  },
);

test("every row says what the column is, why the server reads it and who can see it", () => {
  for (const { name, cells } of rowsOf(/^## (\w+)\n/)) {
    expect(cells, name).toHaveLength(3);
    for (const cell of cells) expect(cell, name).not.toBe("");
  }
});

test("every field of a stored procedure is on the page, and the page names no other", () => {
  const snapshot = startCase({
    kind: "tip",
    channel: "browser",
    day: "2026-11-23",
    policy: "deadlines@1",
    urgent: false,
  });
  const fields = new Set([...Object.keys(snapshot), ...Object.keys(snapshot.context)]);
  const onPage = rowsOf(/^### What `(\w+)` holds\n/).map(({ name }) => name.replace("snapshot.", ""));
  expect(onPage.sort()).toEqual([...fields].sort());
});

test("what stays of a purged case is told for every column of a case", () => {
  const [, section = ""] = /^### What stays of a purged case\n([\s\S]*?)^### /m.exec(page) ?? [];
  const cells = [...section.matchAll(/^\| (`[^|]+`) \|/gm)].map(([, cell = ""]) => cell);
  const told = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => `Case.${name}`));
  const columns = columnsOf(readFileSync("prisma/schema.prisma", "utf8")).filter((name) => name.startsWith("Case."));
  expect(told.sort()).toEqual(columns.sort());
});
