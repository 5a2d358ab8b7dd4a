import { fileURLToPath } from "node:url";
import type { Alias } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The project's own short names, the same as in `tsconfig.json`. */
export const aliases: Alias[] = [
  { find: /^~\//, replacement: `${at("./app")}/` },
  { find: /^~crypto$/, replacement: at("./crypto/index.ts") },
  { find: /^~crypto\//, replacement: `${at("./crypto")}/` },
  { find: /^~workflows$/, replacement: at("./workflows/index.ts") },
  { find: /^~workflows\//, replacement: `${at("./workflows")}/` },
];

/** OpenPGP.js's small build. Its `exports` entry does not resolve in Node, so only browser builds take this name. */
export const browserOpenpgp: Alias = {
  find: /^openpgp$/,
  replacement: at("./node_modules/openpgp/dist/lightweight/openpgp.min.mjs"),
};
