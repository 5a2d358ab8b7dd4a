import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

// The PostgreSQL schema is the SQLite one with another provider and client folder: written from it, so they cannot drift.
const sqlite = readFileSync("prisma/schema.prisma", "utf8");
const postgresql = sqlite
  .replace('provider = "sqlite"', 'provider = "postgresql"')
  .replace("generated/sqlite", "generated/postgresql")
  .replace("../app", "../../app");
mkdirSync("prisma/postgresql", { recursive: true });
if (
  !existsSync("prisma/postgresql/schema.prisma") ||
  readFileSync("prisma/postgresql/schema.prisma", "utf8") !== postgresql
) {
  writeFileSync("prisma/postgresql/schema.prisma", postgresql);
}

const done = ["sqlite", "postgresql"].every((name) => existsSync(`app/platform/generated/${name}/client.ts`));
if (process.argv.includes("--if-missing") && done) process.exit(0);

for (const schema of ["prisma/schema.prisma", "prisma/postgresql/schema.prisma"]) {
  // `generate` needs no schema engine; naming a harmless binary keeps the Prisma CLI from fetching one.
  const { status, stderr } = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate", "--schema", schema],
    {
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true",
        CHECKPOINT_DISABLE: "1",
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
      },
      encoding: "utf8",
    },
  );
  if (status !== 0) {
    console.error(stderr);
    process.exit(status ?? 1);
  }
}
