import { spawnSync } from "node:child_process";
import { install, NODE, ROOT } from "./prepare.mjs";

/** `npm run words`: what each language still lacks, and the way of a translation in and out (docs/translating.md). */
await install();
const args = ["--import", "tsx", "scripts/words/main.ts", ...process.argv.slice(2)];
const { status } = spawnSync(NODE, args, { cwd: ROOT, stdio: "inherit" });
process.exit(status ?? 1);
