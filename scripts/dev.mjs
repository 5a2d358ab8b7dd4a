import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, install, NODE, ROOT } from "./prepare.mjs";

/** `npm run dev`: the server with Vite beside it; the reporter's module is rebuilt when its sources change. */
await install();
await build();
// The watcher below writes an uncompressed module into the build, so the next start has to build again.
rmSync(join(ROOT, "build", ".ombra-built"), { force: true });
const env = { ...process.env, OMBRA_ROOT: ROOT, NODE_ENV: "development" };
const children = [
  spawn(
    NODE,
    [
      "node_modules/vite/bin/vite.js",
      "build",
      "--watch",
      "--config",
      "vite.reporter.config.ts",
      "--mode",
      "development",
      "--logLevel",
      "warn",
    ],
    { cwd: ROOT, env, stdio: "inherit" },
  ),
  spawn(NODE, ["--import", "tsx", "app/platform/main.ts"], { cwd: ROOT, env, stdio: "inherit" }),
];
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => children.map((child) => child.kill(signal)));
for (const child of children)
  child.on("close", (code) => {
    for (const other of children) other.kill();
    process.exitCode = code ?? 0;
  });
