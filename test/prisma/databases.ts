import { randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import type { Provider } from "../../prisma/history";
import { postgresFactory } from "../../prisma/postgres";
import { shadowFactory } from "../../prisma/sqlite";
import type { TestPostgres } from "../support/postgres";

export const ROOT = process.cwd();

/** One kind of database, as the tests of this folder use it. */
export interface DatabaseKind {
  provider: Provider;
  /** A new and empty one. */
  empty(): Promise<SqlMigrationAwareDriverAdapterFactory>;
  /** Where Prisma's engine may build the migrations' schema. */
  scratch(): Promise<SqlMigrationAwareDriverAdapterFactory>;
}

export function sqliteKind(folder: string): DatabaseKind {
  return {
    provider: "sqlite",
    empty: async () => new PrismaBetterSqlite3({ url: `file:${join(folder, `${randomUUID()}.db`)}` }),
    scratch: async () => shadowFactory(),
  };
}

export function postgresKind(postgres: TestPostgres): DatabaseKind {
  const empty = async () => postgresFactory(await postgres.createDatabase(randomUUID()));
  return { provider: "postgresql", empty, scratch: empty };
}

/** Every table and column that a database has, in words that are the same whenever they are asked for. */
export async function outline({ provider }: DatabaseKind, factory: SqlMigrationAwareDriverAdapterFactory) {
  const sql =
    provider === "sqlite"
      ? "SELECT m.name, c.name, c.type FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2"
      : "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2";
  return (await ask(factory, sql)).map((row) => row.join(" "));
}

/** Runs one query and closes the connection. */
export async function ask(factory: SqlMigrationAwareDriverAdapterFactory, sql: string): Promise<unknown[][]> {
  const connection = await factory.connect();
  try {
    return (await connection.queryRaw({ sql, args: [], argTypes: [] })).rows;
  } finally {
    await connection.dispose();
  }
}

/** A copy of the schema and migrations with one migration more, as the next version of Ombra would have it. */
export function nextVersion(provider: Provider): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "ombra-next-"));
  cpSync(join(ROOT, "prisma"), join(root, "prisma"), { recursive: true });
  const migrations = join(root, "prisma", provider === "sqlite" ? "" : "postgresql", "migrations", "9999_later");
  mkdirSync(migrations, { recursive: true });
  writeFileSync(join(migrations, "migration.sql"), 'CREATE TABLE "Later" ("id" TEXT NOT NULL PRIMARY KEY);\n');
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** The migrations up to a number, as a version of Ombra had them that knew no later ones. */
export function earlierVersion(provider: Provider, last: string): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), "ombra-earlier-"));
  cpSync(join(ROOT, "prisma"), join(root, "prisma"), { recursive: true });
  const migrations = join(root, "prisma", provider === "sqlite" ? "" : "postgresql", "migrations");
  const later = readdirSync(migrations).filter((name) => /^\d/.test(name) && name.slice(0, 4) > last);
  for (const name of later) rmSync(join(migrations, name), { recursive: true });
  return { root, remove: () => rmSync(root, { recursive: true }) };
}

/** Runs a script on one connection. */
export async function run(factory: SqlMigrationAwareDriverAdapterFactory, script: string): Promise<void> {
  const connection = await factory.connect();
  await connection.executeScript(script);
  await connection.dispose();
}
