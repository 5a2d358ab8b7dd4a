import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Writes the code lists of the newest form from the office's policy files. A published form keeps the lists that it was
 * published with, so they are its own data; nobody copies them by hand, and a test holds them equal to the policy.
 */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (name) => JSON.parse(readFileSync(at(`workflows/policy/${name}.json`), "utf8"));

/** Ids of a policy's entries, with its version. */
const list = (name) => ({ version: read(name).version, ids: read(name).entries.map(({ id }) => id) });

export function formCodes() {
  const [flags, items] = [read("red-flags"), read("item-categories")];
  return {
    redFlags: { ...list("red-flags"), sources: flags.entries.map(({ source }) => source) },
    itemCategories: { ...list("item-categories"), codes: items.entries.map(({ codes }) => codes) },
    harms: list("harms"),
    evidenceKinds: list("evidence-kinds"),
    retaliationKinds: list("retaliation-kinds"),
    recommendations: list("recommendations"),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(at("app/forms/core-2/codes.json"), `${JSON.stringify(formCodes(), null, 2)}\n`);
}
