import { readdirSync, readFileSync } from "node:fs";
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
  ],
  "app/services": ["app/platform", "app/forms", "crypto", "workflows"],
  "app/platform": ["prisma"],
  "app/components": ["app/components", "app/desk", "app/forms", "app/locales", "workflows", "crypto"],
  "app/desk": ["crypto", "workflows", "app/forms", "app/locales"],
  "app/reporter": ["crypto", "app/forms"],
  "app/forms": ["app/locales"],
  crypto: [],
  workflows: [],
};

/** The outside packages that a folder may use; folders that are not named may use any. */
const PACKAGES: Record<string, RegExp> = {
  crypto: /^(openpgp|hash-wasm|@scure\/bip39.*|@noble\/hashes.*)$/,
  workflows: /^xstate$/,
  "app/reporter": /^$/,
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
