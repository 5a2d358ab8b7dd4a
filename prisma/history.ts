import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";

/** Which database this is; each has a schema and migrations of its own, held equal by a test. */
export type Provider = "sqlite" | "postgresql";

/** The folder that holds one provider's schema and migrations. */
export function providerFolder(root: string, provider: Provider): string {
  return provider === "sqlite" ? join(root, "prisma") : join(root, "prisma", "postgresql");
}

/** The Prisma schema of one provider: its path and text. */
export function readSchema(root: string, provider: Provider): { path: string; content: string } {
  const path = join(providerFolder(root, provider), "schema.prisma");
  return { path, content: readFileSync(path, "utf8") };
}

/** The migrations on disk, oldest first, in the shape Prisma's engine takes. */
export function readMigrations(root: string, provider: Provider): MigrationList {
  const baseDir = join(providerFolder(root, provider), "migrations");
  const names = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: `provider = "${provider}"\n` },
    shadowDbInitScript: "",
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
