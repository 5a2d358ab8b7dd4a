import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

const TABLES = ["Case", "Compartment", "Wrap", "Item", "Act", "Access", "Due", "Part"] as const;

/** Opens the office's SQLite file beside the running server, as another program would. */
export function openFile(dataFolder: string, options: { readOnly?: boolean } = {}): DatabaseSync {
  return new DatabaseSync(join(dataFolder, "ombra.db"), { readOnly: options.readOnly ?? false, timeout: 5000 });
}

/** How many rows every table has that a report or an act writes to. */
export function countRows(dataFolder: string): Record<(typeof TABLES)[number], number> {
  const file = openFile(dataFolder, { readOnly: true });
  try {
    const count = (table: string) => Number(file.prepare(`SELECT COUNT(*) AS n FROM "${table}"`).get()?.n);
    return Object.fromEntries(TABLES.map((table) => [table, count(table)])) as Record<(typeof TABLES)[number], number>;
  } finally {
    file.close();
  }
}

/** What SQLite itself finds wrong with its file; "ok" when nothing. */
export function checkFile(dataFolder: string): string {
  const file = openFile(dataFolder, { readOnly: true });
  try {
    return String(file.prepare("PRAGMA integrity_check").get()?.integrity_check);
  } finally {
    file.close();
  }
}
