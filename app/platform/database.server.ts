import { mkdirSync } from "node:fs";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { migrate } from "../../prisma/migrate";
import { type Config, databaseFile, readConfig } from "./config.server";
import { PrismaClient } from "./generated/sqlite/client";
import type { LargeRows } from "./large-rows.server";
import { makeSqliteFile, openSqliteRows } from "./large-rows-sqlite.server";
import { takeTurns } from "./sqlite-turns.server";

/** One client type for both databases: the schemas are held equal by a test. */
export type Database = PrismaClient;
/** What a service gets inside a transaction. */
export type Transaction = Parameters<Parameters<Database["$transaction"]>[0]>[0];

/** A report is acknowledged when it is on disk: every commit is synced, and what is deleted is overwritten. */
const SQLITE_PRAGMAS = [
  "journal_mode=WAL",
  "synchronous=FULL",
  "secure_delete=ON",
  "foreign_keys=ON",
  "trusted_schema=OFF",
  // Random ids touch pages all over the file: 32 MiB of them stay in memory.
  "cache_size=-32768",
];

/**
 * How long one statement waits for another program's lock, in milliseconds. SQLite waits in the only thread there is, so
 * nobody is served meanwhile: the wait is short, and whoever asked is told to come again.
 */
const LOCK_WAIT_MS = 250;

/** The two ways into one database. */
export type Opened = { client: Database; rows: LargeRows };

let open: Opened | null = null;

/** The open database. Throws if the process has not opened it yet. */
export function database(): Database {
  if (!open) throw new Error("The database is not open.");
  return open.client;
}

/** The way past Prisma, for rows that hold megabytes. Throws as `database`. */
export function largeRows(): LargeRows {
  if (!open) throw new Error("The database is not open.");
  return open.rows;
}

/** Opens and migrates the database; says what it does. */
export async function openDatabase(config: Config = readConfig(), say: (line: string) => void = () => undefined) {
  if (open) return open.client;
  if (config.databaseUrl?.startsWith("postgres")) {
    // Loaded only where it is used: the other database's client would cost every small office its memory.
    const { openPostgres } = await import("./postgres.server");
    open = await openPostgres(config.root, config.databaseUrl, say);
  } else open = await openSqlite(config, say);
  return open.client;
}

/** Closes the database, so that a stop leaves no WAL behind. */
export async function closeDatabase(): Promise<void> {
  open?.rows.close();
  await open?.client.$disconnect();
  open = null;
}

async function openSqlite(config: Config, say: (line: string) => void): Promise<Opened> {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 });
  makeSqliteFile(databaseFile(config));
  const factory = new PrismaBetterSqlite3({ url: `file:${databaseFile(config)}`, timeout: LOCK_WAIT_MS });
  await migrate(config.root, "sqlite", factory, say);
  const client = new PrismaClient({ adapter: takeTurns(factory), transactionOptions: PATIENT });
  for (const pragma of SQLITE_PRAGMAS) await client.$queryRawUnsafe(`PRAGMA ${pragma}`);
  await requireDurable(client);
  // An empty transaction of Prisma's holds its connection and takes no lock of the file.
  const alone = (work: () => Promise<void>) => client.$transaction(work);
  return { client, rows: openSqliteRows(databaseFile(config), SQLITE_PRAGMAS, LOCK_WAIT_MS, alone) };
}

/** Under a burst a transaction waits for its turn instead of failing; the burst is bounded by the server's connections. */
export const PATIENT = { maxWait: 30_000, timeout: 30_000 };

async function requireDurable(client: Database): Promise<void> {
  const [mode] = await client.$queryRawUnsafe<{ journal_mode: string }[]>("PRAGMA journal_mode");
  const [sync] = await client.$queryRawUnsafe<{ synchronous: number | bigint }[]>("PRAGMA synchronous");
  if (mode?.journal_mode !== "wal" || Number(sync?.synchronous) !== 2) {
    throw new Error("SQLite did not accept WAL with full sync, so a report could be lost after it was acknowledged.");
  }
}
