import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { install, NODE, ROOT } from "./prepare.mjs";

/** `npm run verify -- FILE`: checks an exported case. Needs no network, no database and no build, only the packages. */
const [SOUND, BROKEN, CANNOT_TELL] = [0, 1, 2];
/** How `verify/main.ts` ends; any other end is a program that could not run, and no verdict. */
const VERDICTS = new Map([
  [0, SOUND],
  [3, BROKEN],
]);
// npm runs scripts in the project's folder; a file is meant from where the reader stands.
const from = process.env.INIT_CWD ?? process.cwd();
const args = process.argv.slice(2).map((one, i, all) => {
  const isFile = !one.startsWith("--") && all[i - 1] !== "--office-key";
  return isFile ? resolve(from, one) : one;
});
try {
  // Whoever checks a file may be far from any network: packages that are there are taken as they are.
  if (!existsSync(NODE)) await install((line) => console.error(line));
} catch (error) {
  console.error(error.message);
  process.exit(CANNOT_TELL);
}
const program = ["--disable-warning=ExperimentalWarning", "--import", "tsx", join("verify", "main.ts"), ...args];
const { status } = spawnSync(NODE, program, { cwd: ROOT, stdio: "inherit" });
process.exit(VERDICTS.get(status) ?? CANNOT_TELL);
