import { spawnSync } from "node:child_process";
import { startPostgres } from "./postgres";

/** `tsx test/support/with-postgres.ts COMMAND …` runs a command with DATABASE_URL naming an empty, throw-away PostgreSQL. */
const [program, ...args] = process.argv.slice(2);
if (!program) throw new Error("Give a command to run.");
const postgres = await startPostgres();
try {
  const env = { ...process.env, DATABASE_URL: await postgres.createDatabase("ombra") };
  process.exitCode = spawnSync(program, args, { env, stdio: "inherit" }).status ?? 1;
} finally {
  await postgres.stop();
}
