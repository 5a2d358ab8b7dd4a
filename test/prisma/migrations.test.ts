import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMigrations, readSchema } from "../../prisma/history";
import { migrate, missingSql, NewerDatabaseError } from "../../prisma/migrate";
import { postgresPrograms, startPostgres, type TestPostgres } from "../support/postgres";
import {
  ask,
  type DatabaseKind,
  earlierVersion,
  nextVersion,
  outline,
  postgresKind,
  ROOT,
  run,
  sqliteKind,
} from "./databases";

let folder: string;
let postgres: TestPostgres | null = null;
const kinds: Record<string, () => DatabaseKind> = {
  sqlite: () => sqliteKind(folder),
  postgresql: () => postgresKind(postgres as TestPostgres),
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ombra-prisma-"));
  if (postgresPrograms()) postgres = await startPostgres();
});
afterAll(async () => {
  await postgres?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("both databases have the same schema and migrations of the same names", () => {
  const plain = (provider: "sqlite" | "postgresql") =>
    readSchema(ROOT, provider).content.replace(/^ {2}(provider|output) += "(sqlite|postgresql|[./]+app.*)"$/gm, "");
  expect(plain("postgresql")).toBe(plain("sqlite"));
  const names = (provider: "sqlite" | "postgresql") =>
    readMigrations(ROOT, provider).migrationDirectories.map((migration) => migration.path);
  expect(names("postgresql")).toEqual(names("sqlite"));
  expect(names("sqlite").length).toBeGreaterThan(0);
});

describe.each(Object.keys(kinds))("%s", (name) => {
  const kind = () => (kinds[name] as () => DatabaseKind)();
  const absent = name === "postgresql" && !postgresPrograms();

  test.skipIf(absent)("the migrations lead to exactly the schema", async () => {
    const database = kind();
    expect(await missingSql(ROOT, database.provider, await database.scratch())).toBe("");
  });

  test.skipIf(absent)("a second migration finds nothing to do and changes nothing", async () => {
    const database = kind();
    const factory = await database.empty();
    expect(await migrate(ROOT, database.provider, factory)).toContain("0001_office");
    const before = await outline(database, factory);
    expect(before).toContainEqual(expect.stringMatching(/^Case reference /));
    expect(await migrate(ROOT, database.provider, factory)).toEqual([]);
    expect(await outline(database, factory)).toEqual(before);
  });

  test.skipIf(absent)("a database that a newer version wrote is refused and left as it is", async () => {
    const database = kind();
    const factory = await database.empty();
    const next = nextVersion(database.provider);
    await migrate(next.root, database.provider, factory);
    next.remove();
    const before = await outline(database, factory);
    await expect(migrate(ROOT, database.provider, factory)).rejects.toThrow(NewerDatabaseError);
    await expect(migrate(ROOT, database.provider, factory)).rejects.toMatchObject({ unknown: ["9999_later"] });
    expect(await outline(database, factory)).toEqual(before);
    expect(await ask(factory, 'SELECT COUNT(*) FROM "Later"')).toHaveLength(1);
  });

  test.skipIf(absent)("parts that an earlier version stored keep their bytes, and go with their case", async () => {
    const database = kind();
    const factory = await database.empty();
    const earlier = earlierVersion(database.provider, "0007");
    await migrate(earlier.root, database.provider, factory);
    earlier.remove();
    const hex = Buffer.from("what was sealed ".repeat(5000)).toString("hex");
    const literal = name === "sqlite" ? `x'${hex}'` : `'\\x${hex}'`;
    const columns = '"caseId", "id", "digest", "bytes", "size", "stagedDay"';
    await run(factory, `INSERT INTO "Part" (${columns}) VALUES ('c', 'p', 'd', ${literal}, 80000, '2026-11-26')`);
    expect(await migrate(ROOT, database.provider, factory)).toContain("0008_part_bytes");
    const stored = `SELECT "caseId", "partId", ${name === "sqlite" ? "hex" : "encode"}("bytes"${name === "sqlite" ? "" : ", 'hex'"}) FROM "PartBytes"`;
    const [row] = await ask(factory, stored);
    expect([row?.[0], row?.[1], String(row?.[2]).toLowerCase() === hex]).toEqual(["c", "p", true]);
    expect(await ask(factory, 'SELECT "digest", "size", "attached" FROM "Part"')).toHaveLength(1);
    const pragmas = name === "sqlite" ? "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;" : "";
    await run(factory, `${pragmas} DELETE FROM "Part"`);
    expect(await ask(factory, 'SELECT * FROM "PartBytes"')).toEqual([]);
    // Neither the move nor the deletion leaves a copy in the file.
    const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
    expect(files.some((bytes) => bytes.includes("what was sealed what was sealed"))).toBe(false);
  });
});

test.skipIf(!postgresPrograms())(
  "two processes that start at once on an empty PostgreSQL migrate it once",
  async () => {
    const url = await (postgres as TestPostgres).createDatabase("together");
    const { postgresFactory } = await import("../../prisma/postgres");
    const both = await Promise.all([1, 2].map(() => migrate(ROOT, "postgresql", postgresFactory(url))));
    expect(both.flat()).toEqual(readMigrations(ROOT, "postgresql").migrationDirectories.map(({ path }) => path));
  },
);
