import { statSync } from "node:fs";
import Sqlite from "better-sqlite3";
import type { LargeRows, Statement } from "./large-rows.server";

/** Size of a page of a new file: a sealed part is a few hundred of them, and each is written one by one, twice. */
const PAGES = "page_size=16384";
/** Pages of this connection that stay in memory: one part need not push out the pages that every request reads. */
const CACHE = "cache_size=-2048";

/** Makes the file of a new office; one that holds something keeps the pages it has. */
export function makeSqliteFile(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.size) return;
  const connection = new Sqlite(file);
  // Going over to WAL is what writes the first page: the size of a page is fixed from then on.
  for (const pragma of [PAGES, "journal_mode=WAL"]) connection.pragma(pragma);
  connection.close();
}

/** Runs `work` while no transaction of Prisma's own connection is open. */
type Alone = (work: () => Promise<void>) => Promise<void>;

/**
 * A second connection to the office's file. `alone` keeps the two from waiting for each other: both are of one thread,
 * where waiting for a lock would stop whoever holds it.
 */
export function openSqliteRows(file: string, pragmas: readonly string[], timeout: number, alone: Alone): LargeRows {
  const connection = new Sqlite(file, { timeout });
  for (const pragma of [...pragmas, CACHE]) connection.pragma(pragma);
  const prepared = new Map<string, ReturnType<Sqlite["prepare"]>>();
  const prepare = (sql: string) => {
    const found = prepared.get(sql) ?? connection.prepare(sql);
    prepared.set(sql, found);
    return found;
  };
  const runAll = (statements: readonly Statement[]) => {
    for (const { sql, values } of statements) prepare(sql).run(...values);
  };
  return {
    write: (statements) => alone(async () => connection.transaction(() => runAll(statements)).immediate()),
    async readBytes({ sql, values }) {
      const row = prepare(sql).get(...values) as { bytes: Uint8Array } | undefined;
      return row?.bytes ?? null;
    },
    close: () => connection.close(),
  };
}
