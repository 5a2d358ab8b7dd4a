import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Reads from a server's SQLite database while it runs, as somebody with a copy of the file would. */
export function readRows<Row = Record<string, unknown>>(dataFolder: string, sql: string, ...values: string[]): Row[] {
  const database = new DatabaseSync(join(dataFolder, "ombra.db"), { readOnly: true });
  try {
    return database.prepare(sql).all(...values) as Row[];
  } finally {
    database.close();
  }
}

/** How many rows every table has: whatever is stored shows here. */
export function countRows(dataFolder: string): Record<string, number> {
  const tables = readRows<{ name: string }>(dataFolder, "SELECT name FROM sqlite_master WHERE type = 'table'");
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      readRows<{ n: number }>(dataFolder, `SELECT count(*) AS n FROM "${name}"`)[0]?.n ?? 0,
    ]),
  );
}
