import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as door from "../../crypto";

const FOLDER = join(import.meta.dirname, "../../crypto");
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".ts"));
const REPORTER = [
  "receipt",
  "items",
  "wraps",
  "recipients",
  "directory",
  "parts",
  "compartments",
  "padding",
  "bytes",
  "canonical",
];

function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
}

/** What a file imports or hands on at run time; types leave no trace in the browser. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/^(?:import|export)(?! type)[^;]*? from "([^"]+)";/gms)].map(
    ([, name]) => name ?? "",
  );
}

function reachableFrom(names: string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    if (name.startsWith("./")) for (const next of importsOf(`${name.slice(2)}.ts`)) visit(next);
  };
  for (const name of names) visit(`./${name}`);
  return seen;
}

describe("the crypto folder", () => {
  test("imports openpgp in one file only, and nothing but its five libraries", () => {
    expect(FILES.filter((file) => /from "openpgp"/.test(textOf(file)))).toEqual(["openpgp.ts"]);
    const outside = new Set(FILES.flatMap(importsOf).filter((name) => !name.startsWith("./")));
    expect([...outside].sort()).toEqual([
      "@noble/hashes/sha2.js",
      "@scure/bip39",
      "@scure/bip39/wordlists/english.js",
      "hash-wasm",
      "openpgp",
    ]);
  });

  test("knows no clock, no platform and no environment", () => {
    for (const file of FILES) {
      expect([
        file,
        /Date\.now|new Date\(\)|\bwindow\b|\bdocument\b|\bprocess\b|node:|Math\.random|console\./.test(textOf(file)),
      ]).toEqual([file, false]);
    }
  });

  test("keeps Argon2, passphrases and the server's packet checks away from the reporter", () => {
    const reached = reachableFrom(REPORTER);
    for (const name of ["hash-wasm", "./lock", "./passphrase", "./packets", "./armor", "./acts", "./index"]) {
      expect(reached.has(name)).toBe(false);
    }
    expect(reached.has("openpgp")).toBe(true);
  });

  test("opens one door that hands out names one by one", () => {
    expect(textOf("index.ts")).not.toContain("export *");
    expect(Object.keys(door)).toContain("sealItem");
    expect(Object.values(door).every((each) => each !== undefined)).toBe(true);
  });
});
