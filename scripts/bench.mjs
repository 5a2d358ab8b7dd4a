import { spawnSync } from "node:child_process";
import { build, install, NODE, ROOT } from "./prepare.mjs";
import { requireSystemPackages } from "./system-packages.mjs";

/** `npm run bench`: every target beside its limit, measured in this run. Arguments name targets: `npm run bench -- T1 T12`. */
try {
  await install();
  requireSystemPackages();
  await build();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const bench = ["--disable-warning=ExperimentalWarning", "test/bench/start.mjs", ...process.argv.slice(2)];
spawnSync(NODE, bench, { cwd: ROOT, stdio: "inherit", env: { ...process.env, OMBRA_ROOT: ROOT } });
// Figures are for people to judge: what falls short is named at the end, and fails nothing.
process.exit(0);
