import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const ROOT = process.cwd();

/** Which folder may import which; nothing points back. Source: the layout in the design. */
const ARROWS: Record<string, string[]> = {
  "app/routes": [
    "app/services",
    "app/platform",
    "app/forms",
    "app/components",
    "app/desk",
    "app/locales",
    "app/styles",
    "workflows",
    "crypto",
    // The published schemas, which a route only hands out.
    "schema",
  ],
  // Of `verify` the services take the form of an export, so that what is written is what is read.
  // Of the locales they take the words of mails.
  "app/services": ["app/platform", "app/forms", "app/locales", "crypto", "workflows", "verify"],
  "app/platform": ["prisma"],
  "app/components": ["app/components", "app/desk", "app/forms", "app/locales", "workflows", "crypto"],
  "app/desk": ["crypto", "workflows", "app/forms", "app/locales"],
  // Of the locales the reporter's module takes how a day and a size are written; its words come with the page.
  "app/reporter": ["crypto", "app/forms", "app/locales/write-day", "app/locales/write-size"],
  "app/forms": ["app/locales"],
  crypto: [],
  workflows: [],
  verify: ["crypto", "workflows"],
};

/** The outside packages that a folder may use; folders that are not named may use any. */
const PACKAGES: Record<string, RegExp> = {
  crypto: /^(openpgp|hash-wasm|@scure\/bip39.*|@noble\/hashes.*)$/,
  workflows: /^xstate$/,
  verify: /^node:(fs|util)$/,
  // Reading and cleaning files, and the solver of a flood's task; each is fetched only where it is needed.
  "app/reporter": /^(exifreader|fflate|@cantoo\/pdf-lib|altcha-lib(\/algorithms\/web\/sha)?)$/,
  "app/forms": /^$/,
};

const files = Object.keys(ARROWS).flatMap((folder) => sourcesBelow(folder).map((file) => ({ folder, file })));

test.each(Object.keys(ARROWS))("%s imports only what lies downstream", (folder) => {
  const wrong = files
    .filter((entry) => entry.folder === folder)
    .flatMap(({ file }) => importsOf(file).map((target) => ({ file, target })))
    .filter(({ file, target }) => !isAllowed(folder, file, target))
    .map(({ file, target }) => `${file} → ${target}`);
  expect(wrong).toEqual([]);
});

test("only crypto/openpgp.ts imports openpgp", () => {
  const importers = files.filter(({ file }) => importsOf(file).includes("openpgp")).map(({ file }) => file);
  expect(importers).toEqual(["crypto/openpgp.ts"]);
});

test("what reads and cleans files is no part of what a reporter's browser loads first", () => {
  const libraries = /^(exifreader|fflate|@cantoo\/pdf-lib)$/;
  const importers = sourcesBelow("app/reporter").filter((file) => importsOf(file).some((name) => libraries.test(name)));
  expect(importers.filter((file) => !/^app\/reporter\/files\/(clean|reveal)\//.test(file))).toEqual([]);
  const eager = new Set<string>();
  const waiting = ["app/reporter/main.ts"];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (eager.has(next)) continue;
    eager.add(next);
    const found = eagerImportsOf(next).flatMap((name) => sourceAt(localPath(next ?? "", name)));
    waiting.push(...found);
  }
  expect([...eager].filter((file) => importers.includes(file))).toEqual([]);
  expect(eager).toContain("app/reporter/report/seal.ts");
});

test("only services and the platform touch the database", () => {
  const touching = files.filter(({ file }) =>
    /platform\/database\.server|generated\/(sqlite|postgresql)/.test(readFileSync(join(ROOT, file), "utf8")),
  );
  expect(
    touching.map(({ folder }) => folder).filter((folder) => folder !== "app/services" && folder !== "app/platform"),
  ).toEqual([]);
});

test("the cores know no clock, no process and no page", () => {
  const uses = /\bprocess\.env\b|\bDate\.now\(|\bnew Date\(\)|\bwindow\.|\bdocument\.|from "node:/;
  const wrong = files.filter(
    ({ folder, file }) => (folder === "crypto" || folder === "workflows") && uses.test(codeOf(file)),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("what browsers load holds no name that belongs to the server", () => {
  const built = ["build/client/assets", "build/reporter"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const secret = /PrismaClient|better-sqlite3|signInHash|DATABASE_URL|node:crypto|sourceMappingURL/;
  const wrong = built.filter((file) => /\.(js|css)$/.test(file) && secret.test(readFileSync(join(ROOT, file), "utf8")));
  expect(wrong).toEqual([]);
});

function isAllowed(folder: string, file: string, target: string): boolean {
  const local = localPath(file, target);
  if (local === null) return PACKAGES[folder]?.test(target) ?? true;
  if (local.startsWith(`${folder}/`) || local === folder) return true;
  return (ARROWS[folder] ?? []).some((allowed) => local === allowed || local.startsWith(`${allowed}/`));
}

function localPath(file: string, target: string): string | null {
  if (target.startsWith("~/")) return `app/${target.slice(2)}`;
  if (target.startsWith("~crypto")) return `crypto${target.slice(7)}`;
  if (target.startsWith("~workflows")) return `workflows${target.slice(10)}`;
  return target.startsWith(".") ? relative(ROOT, resolve(ROOT, dirname(file), target)) : null;
}

function importsOf(file: string): string[] {
  const imports = codeOf(file).matchAll(/(?:^|\s)from "([^"]+)";|^import "([^"]+)";|\bimport\("([^"]+)"\)/gm);
  return [...imports].map(([, from, bare, late]) => from ?? bare ?? late ?? "");
}

/** What comes along at once: neither what is fetched later nor what stands for types only. */
function eagerImportsOf(file: string): string[] {
  const imports = codeOf(file).matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gm);
  return [...imports].map(([, from]) => from ?? "");
}

function sourceAt(path: string | null): string[] {
  if (path === null) return [];
  return [`${path}.ts`, join(path, "index.ts")].filter((file) => existsSync(join(ROOT, file)));
}

/** A file without its comments: words about a clock are not a clock. */
function codeOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "");
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes("generated"))
    .map((name) => join(folder, name));
}
