import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** What the reporter's program is made of. */
const SOURCES = ["app", "crypto", "workflows", "scripts", "package.json", "tsconfig.json"];
const CONFIGS = ["vite.aliases.ts", "vite.reporter.config.ts", "vite.offline.config.ts"];
/** Packages whose code ends up in the browser: they lie in the other folder too. Others only help to build. */
const BUNDLED = ["openpgp", "@scure", "@noble"];
const BUILD = `
  const { build } = await import("vite");
  await build({ configFile: "vite.reporter.config.ts", logLevel: "error" });
  await (await import("./scripts/offline-page.mjs")).buildOfflinePage();
`;

const folders = [
  mkdtempSync(join(tmpdir(), "a-")),
  join(mkdtempSync(join(tmpdir(), "ombra build of somebody else ")), "deeper", "مجلد"),
] as const;
const [first, second] = folders;

beforeAll(() => {
  copyInto(first, { preserveTimestamps: true });
  copyInto(second, { preserveTimestamps: false });
  build(first, { TZ: "Pacific/Kiritimati", LC_ALL: "C", USER: "ada" });
  build(second, { TZ: "America/Anchorage", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", USER: "tom" });
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test("two builds in two folders, by two people in two time zones, are equal byte for byte", () => {
  const sums = sumsOf(first);
  expect(Object.keys(sums).length).toBeGreaterThan(4);
  expect(Object.keys(sums)).toContain("build/offline/ombra-offline.html");
  expect(sumsOf(second)).toEqual(sums);
});

test("the build of this folder is the same again", () => {
  const here = sumsOf(process.cwd());
  for (const [name, sum] of Object.entries(sumsOf(first))) expect([name, here[name]]).toEqual([name, sum]);
});

test("nothing of the place where it was built is in it", () => {
  for (const name of Object.keys(sumsOf(second))) {
    const text = readFileSync(join(second, name), "utf8");
    for (const trace of [...folders, process.cwd(), tmpdir(), "somebody else"])
      expect([name, trace, text.includes(trace)]).toEqual([name, trace, false]);
  }
});

test("whoever has a page and the source can tell whether they belong together, and whose keys are in it", () => {
  const template = readFileSync(join(first, "build/offline/ombra-offline.html"), "utf8");
  const office = { name: "Office of Tests", fingerprint: "ab".repeat(20), keysDay: "2026-11-25", directory: [] };
  const page = template.replace('id="office-data">{}<', () => `id="office-data">${JSON.stringify(office)}<`);
  expect(page).not.toBe(template);
  const file = join(first, "given.html");
  const check = (text: string) => {
    writeFileSync(file, text);
    return run(first, ["scripts/offline.mjs", file]);
  };
  const same = check(page);
  expect([same.status, same.stdout]).toEqual([0, expect.stringContaining("AB".repeat(20))]);
  expect(check(page.replace("connect-src &#x27;none&#x27;", "connect-src *")).status).toBe(1);
  expect(run(first, ["scripts/offline.mjs", join(first, "none.html")]).status).toBe(2);
});

function copyInto(folder: string, options: { preserveTimestamps: boolean }) {
  const take = (name: string) => cpSync(name, join(folder, name), { recursive: true, dereference: true, ...options });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  for (const name of [...SOURCES, ...CONFIGS]) take(name);
  for (const name of BUNDLED) take(join("node_modules", name));
  for (const name of readdirSync("node_modules").filter((one) => !BUNDLED.includes(one) && !one.startsWith(".")))
    symlinkSync(join(process.cwd(), "node_modules", name), join(folder, "node_modules", name));
}

function build(folder: string, env: Record<string, string>) {
  const { status, stderr } = run(folder, ["--input-type=module", "--eval", BUILD], env);
  if (status !== 0) throw new Error(stderr);
}

function run(folder: string, args: string[], env: Record<string, string> = {}) {
  const own = { PATH: process.env.PATH ?? "", HOME: folder, NODE_ENV: "production" as const };
  return spawnSync(process.execPath, args, { cwd: folder, env: { ...own, ...env }, encoding: "utf8" });
}

function sumsOf(folder: string): Record<string, string> {
  const files = ["reporter", "offline"].flatMap((part) =>
    readdirSync(join(folder, "build", part), { recursive: true, encoding: "utf8" }).map(
      (name) => `build/${part}/${name}`,
    ),
  );
  const built = files.filter((name) => /\.(js|json|html)$/.test(name)).sort();
  return Object.fromEntries(
    built.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(folder, name)))
        .digest("hex"),
    ]),
  );
}
