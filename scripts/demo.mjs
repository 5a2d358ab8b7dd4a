import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, install, NODE, ROOT, run } from "./prepare.mjs";

/** `npm run demo`: a fresh data folder with an invented office, then the server on it. The folder is made once. */
const dataFolder = process.env.DATA_DIR ?? join(ROOT, "demo-data");
const env = { DATA_DIR: dataFolder, OMBRA_ROOT: ROOT, OMBRA_DEMONSTRATION: "1", NODE_ENV: "production" };
const done = join(dataFolder, "demonstration");
try {
  await install();
  await build();
  if (!existsSync(done)) {
    if (existsSync(join(dataFolder, "ombra.db"))) {
      throw new Error(
        `${dataFolder} holds a database that is not a finished demonstration. Nothing was changed. Remove the folder, or name another with DATA_DIR.`,
      );
    }
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    await run([NODE], ["--import", "tsx", "prisma/seed/run-demo.ts"], { stdio: "inherit", env });
    writeFileSync(done, "An invented office. Remove this folder to start anew.\n");
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
Object.assign(process.env, env);
await import("./start.mjs");
