import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "./config.server";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  isEntry?: boolean;
}

type Modules = { module: string; preload: string[]; leaveModule: string };

let known: Modules | null = null;

/**
 * Where the reporter's static module stands, what the browser may fetch beside it, and the small one that makes leaving
 * quick on pages without a form; the same for every visitor.
 */
export function reporterModule(): Modules {
  if (known) return known;
  const { manifest, entry } = readBuild("manifest.json");
  const preload = [...(entry.imports ?? [])].map((name) => `/reporter/${manifest[name]?.file}`);
  const leave = readBuild("leave.json").entry;
  const found = { module: `/reporter/${entry.file}`, preload, leaveModule: `/reporter/${leave.file}` };
  if (process.env.NODE_ENV === "production") known = found;
  return found;
}

function readBuild(name: string): { manifest: Record<string, Chunk>; entry: Chunk } {
  const file = join(readConfig().root, "build", "reporter", name);
  if (!existsSync(file)) throw new Error("The reporter's module is not built: run `npm run build`.");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, Chunk>;
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (!entry) throw new Error("The reporter's build has no entry.");
  return { manifest, entry };
}
