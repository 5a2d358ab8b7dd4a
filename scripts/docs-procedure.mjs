import { spawnSync } from "node:child_process";
import { install, NODE, ROOT } from "./prepare.mjs";

/** `npm run docs:procedure`: writes docs/procedure.md from the machines. */
await install();
const { status } = spawnSync(NODE, ["--import", "tsx", "scripts/docs/write.ts"], { cwd: ROOT, stdio: "inherit" });
process.exit(status ?? 1);
