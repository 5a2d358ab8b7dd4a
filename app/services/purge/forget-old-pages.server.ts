import { type Config, readConfig } from "~/platform/config.server";
import { database } from "~/platform/database.server";
import { log } from "~/platform/log.server";

/**
 * Folds the write-ahead log into the database and empties it, so that no page from before a purge stays in it. Called
 * after the transaction that purged; a checkpoint cannot run inside one.
 *
 * Shape:  gives true when nothing old is left in the log, false when a reader held it open: call it again later.
 * Source: SQLite `PRAGMA wal_checkpoint(TRUNCATE)`. PostgreSQL cleans up by itself, later: see the decision on purging.
 */
export async function forgetOldPages({ databaseUrl }: Pick<Config, "databaseUrl"> = readConfig()): Promise<boolean> {
  if (databaseUrl?.startsWith("postgres")) return true;
  const [row] = await database().$queryRawUnsafe<{ busy: number | bigint }[]>("PRAGMA wal_checkpoint(TRUNCATE)");
  const isEmptied = Number(row?.busy ?? 1) === 0;
  if (!isEmptied) log.warn("old pages are still in the write-ahead log; they go with the next checkpoint");
  return isEmptied;
}
