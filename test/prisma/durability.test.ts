import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, openDatabase } from "~/platform/database.server";
import { migrate } from "../../prisma/migrate";
import { postgresPrograms, startPostgres } from "../support/postgres";
import { ROOT } from "./databases";

const folders: string[] = [];
afterEach(async () => {
  await closeDatabase();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const open = (env: Record<string, string> = {}) => {
  const folder = mkdtempSync(join(tmpdir(), "ombra-durable-"));
  folders.push(folder);
  return openDatabase(readConfig({ NODE_ENV: "test", OMBRA_ROOT: ROOT, DATA_DIR: folder, ...env }));
};

test("SQLite syncs every commit, overwrites what is deleted and checks its references, inside transactions too", async () => {
  const db = await open();
  const wanted = { journal_mode: "wal", synchronous: 2, secure_delete: 1, foreign_keys: 1, trusted_schema: 0 };
  for (const [pragma, value] of Object.entries(wanted)) {
    const read = `PRAGMA ${pragma}`;
    const within = await db.$transaction((tx) => tx.$queryRawUnsafe<Record<string, unknown>[]>(read));
    for (const [row] of [await db.$queryRawUnsafe<Record<string, unknown>[]>(read), within]) {
      const found = Object.values(row ?? {})[0];
      expect([pragma, typeof found === "bigint" ? Number(found) : found]).toEqual([pragma, value]);
    }
  }
});

test("a new file has pages that suit sealed parts, and one that is there keeps its own", async () => {
  const earlier = mkdtempSync(join(tmpdir(), "ombra-pages-"));
  folders.push(earlier);
  await migrate(ROOT, "sqlite", new PrismaBetterSqlite3({ url: `file:${join(earlier, "ombra.db")}` }));
  for (const [env, size] of [
    [{}, 16_384],
    [{ DATA_DIR: earlier }, 4096],
  ] as const) {
    const [row] = await (await open(env)).$queryRawUnsafe<{ page_size: bigint }[]>("PRAGMA page_size");
    expect(Number(row?.page_size)).toBe(size);
    await closeDatabase();
  }
});

test("a write that was acknowledged outlives somebody else's transaction that is undone", async () => {
  const db = await open();
  let undo = () => {};
  const held = new Promise<void>((resolve) => {
    undo = resolve;
  });
  let begin = () => {};
  const isOpen = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const undone = db.$transaction(async (tx) => {
    await tx.counter.create({ data: { id: "undone" } });
    begin();
    await held;
    throw new Error("undone");
  });
  await isOpen;
  const writing = Promise.all([
    db.counter.create({ data: { id: "kept" } }),
    db.counter.updateMany({ where: { id: "undone" }, data: { id: "renamed" } }),
  ]);
  setTimeout(undo, 50);
  await expect(undone).rejects.toThrow("undone");
  expect(await writing).toMatchObject([{ id: "kept" }, { count: 0 }]);
  expect(await db.counter.findMany()).toMatchObject([{ id: "kept" }]);
});

test.skipIf(!postgresPrograms())("a PostgreSQL that does not sync its commits is refused", async () => {
  const postgres = await startPostgres();
  try {
    const url = await postgres.createDatabase("hasty");
    const hasty = `${url}?options=${encodeURIComponent("-c synchronous_commit=off")}`;
    await expect(open({ DATABASE_URL: hasty })).rejects.toThrow(/could be lost/);
    await expect(open({ DATABASE_URL: url })).resolves.toBeDefined();
  } finally {
    await closeDatabase();
    await postgres.stop();
  }
});
