import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { withEngine } from "./engine";
import { type Provider, readMigrations, readSchema } from "./history";

/** The database holds migrations that this version of Ombra does not know. */
export class NewerDatabaseError extends Error {
  override readonly name = "NewerDatabaseError";
  readonly unknown: string[];
  constructor(unknown: string[]) {
    super(
      `The database was written by a newer version of Ombra (it has ${unknown.join(", ")}). Nothing was changed. Start that newer version, or restore a backup made by this one.`,
    );
    this.unknown = unknown;
  }
}

const NO_FILTER = { externalTables: [], externalEnums: [] };

/**
 * Brings a database to this version's schema with Prisma's own engine.
 *
 * Errors: NewerDatabaseError when the database is ahead; whatever the engine says when a migration fails.
 * Returns the names of the migrations applied now; an up-to-date database costs one query and no engine.
 */
export async function migrate(
  root: string,
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
  say: (line: string) => void = () => undefined,
): Promise<string[]> {
  const migrationsList = readMigrations(root, provider);
  const known = migrationsList.migrationDirectories.map((migration) => migration.path);
  const applied = await appliedMigrations(factory);
  const unknown = applied.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new NewerDatabaseError(unknown);
  const pending = known.filter((name) => !applied.includes(name));
  if (pending.length === 0) return [];
  say(`Preparing the database: ${pending.length} migration${pending.length === 1 ? "" : "s"} to apply …`);
  return withEngine(readSchema(root, provider), factory, async (engine) => {
    const result = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
    return result.appliedMigrationNames;
  });
}

/** The SQL that leads from the migrations on disk to the schema; empty when they agree. */
export async function missingSql(
  root: string,
  provider: Provider,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<string> {
  const schema = readSchema(root, provider);
  return withEngine(schema, factory, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations(root, provider) },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  });
}

async function appliedMigrations(factory: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const connection = await factory.connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name",
      args: [],
      argTypes: [],
    });
    return rows.map((row) => String(row[0]));
  } catch (error) {
    if (isMissingTable(error)) return [];
    throw error;
  } finally {
    await connection.dispose();
  }
}

function isMissingTable(error: unknown): boolean {
  const cause = (error as { cause?: { kind?: string } }).cause;
  return cause?.kind === "TableDoesNotExist";
}
