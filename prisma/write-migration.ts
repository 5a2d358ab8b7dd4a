import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { providerFolder, readMigrations } from "./history";
import { missingSql } from "./migrate";
import { shadowFactory } from "./sqlite";

/** `npx tsx prisma/write-migration.ts NAME` writes what the schema has and the migrations have not, for both databases. */
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error("Give the migration a name of a-z, 0-9 and _.");

const root = process.cwd();
await write("sqlite", await missingSql(root, "sqlite", shadowFactory()));
if (process.env.DATABASE_URL?.startsWith("postgres")) {
  const { postgresFactory } = await import("./postgres");
  await write("postgresql", await missingSql(root, "postgresql", postgresFactory(process.env.DATABASE_URL)));
} else {
  console.info("No DATABASE_URL for PostgreSQL: only the SQLite migration was written.");
}

async function write(provider: "sqlite" | "postgresql", sql: string) {
  if (sql === "") return console.info(`${provider}: schema and migrations agree.`);
  const number = String(readMigrations(root, provider).migrationDirectories.length + 1).padStart(4, "0");
  const folder = join(providerFolder(root, provider), "migrations", `${number}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), `${sql}\n`);
  console.info(`${provider}: wrote ${folder}/migration.sql`);
}
