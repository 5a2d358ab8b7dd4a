import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, install, NODE, ROOT } from "./prepare.mjs";

/** `npm start`: installs, builds, migrates, serves. A second start finds everything in place. */
try {
  await install();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
// The heap is capped, because a small office runs on a small machine; sealed parts of files live outside of it.
const server = spawn(
  NODE,
  ["--max-old-space-size=256", "--max-semi-space-size=8", join(ROOT, "build", "process", "main.js")],
  {
    cwd: ROOT,
    stdio: "inherit",
    env: { ...process.env, OMBRA_ROOT: ROOT, NODE_ENV: "production" },
  },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
server.on("close", (code) => process.exit(code ?? 0));
