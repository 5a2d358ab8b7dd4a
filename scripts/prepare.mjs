// What every command needs before it can run: packages, generated code, a build. Plain JavaScript for Node 20 and later,
// because it runs before anything is installed. Each step leaves a stamp, so that a second start repeats nothing.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** The Node 24 that comes as a package; the machine's own Node only starts it. */
export const NODE = join(ROOT, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

const SOURCES = ["app", "crypto", "workflows", "prisma"];
const SOURCE_FILES = [
  "package-lock.json",
  "remix.config.js",
  "vite.aliases.ts",
  "vite.config.ts",
  "vite.leave.config.ts",
  "vite.offline.config.ts",
  "vite.reporter.config.ts",
  "vite.server.config.ts",
];

/** Installs the packages of the lockfile, once for each lockfile. */
export async function install(say = console.info) {
  const stamp = join(ROOT, "node_modules", ".ombra-installed");
  const wanted = digest([join(ROOT, "package-lock.json")]);
  if (existsSync(NODE) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  if (lstatSync(join(ROOT, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error("node_modules is a link to another folder, which installing would empty. Remove the link first.");
  }
  say("Installing packages from the lockfile (about a minute, once) …");
  // Under `npm run` the first `node` on the path is the package's own, which installing is about to remove.
  const outside = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.startsWith(join(ROOT, "node_modules")));
  const npm = { args: ["--no-audit", "--no-fund", "--loglevel=error"], env: { PATH: outside.join(delimiter) } };
  // No package's install script runs but that of `node`, which puts Node 24 in place.
  await run(["npm"], ["ci", "--ignore-scripts", ...npm.args], { env: npm.env });
  await run(["npm"], ["rebuild", "node", ...npm.args], { env: npm.env });
  if (!existsSync(NODE))
    throw new Error("The package `node` did not bring its program. Remove node_modules and try again.");
  writeFileSync(stamp, wanted);
}

/** Generates the database client and builds the pages, once for each state of the sources. */
export async function build(say = console.info) {
  const stamp = join(ROOT, "build", ".ombra-built");
  const wanted = digest([
    ...SOURCES.flatMap((folder) => filesBelow(join(ROOT, folder))),
    ...SOURCE_FILES.map((file) => join(ROOT, file)),
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Generating the database client …");
  await run([NODE], ["scripts/generate.mjs"]);
  await run([NODE], ["scripts/build.mjs"], { stdio: ["ignore", "inherit", "pipe"] });
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Runs a program in the project's folder; throws with its last words when it fails. */
export function run([program, ...first], args, options = {}) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, npm_config_update_notifier: "false", ...options.env };
    const child = spawn(program, [...first, ...args], {
      cwd: ROOT,
      env,
      stdio: options.stdio ?? ["ignore", "pipe", "pipe"],
    });
    const output = [];
    child.stdout?.on("data", (data) => output.push(data));
    child.stderr?.on("data", (data) => output.push(data));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new Error(
            `${[program, ...args].join(" ")} failed:\n${Buffer.concat(output).toString().split("\n").slice(-40).join("\n")}`,
          ),
        );
    });
  });
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("generated"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function digest(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file.slice(ROOT.length)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

// `npm run build` runs this file by itself.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install();
  await build();
}
