import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "./config.server";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
}

let known: { module: string; preload: string[] } | null = null;

/** Where the reporter's static module stands, and what the browser may fetch beside it; the same for every visitor. */
export function reporterModule(): { module: string; preload: string[] } {
  if (known) return known;
  const file = join(readConfig().root, "build", "reporter", "manifest.json");
  if (!existsSync(file)) throw new Error("The reporter's module is not built: run `npm run build`.");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, Chunk>;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (!entry) throw new Error("The reporter's build has no entry.");
  const preload = [...(entry.imports ?? [])].map((name) => `/reporter/${manifest[name]?.file}`);
  const found = { module: `/reporter/${entry.file}`, preload };
  if (process.env.NODE_ENV === "production") known = found;
  return found;
}
