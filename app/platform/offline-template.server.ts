import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "./config.server";

let known: string | null = null;

/** The page that is opened from disk, as it was built: without an office in it. */
export function offlineTemplate(): string {
  if (known) return known;
  const file = join(readConfig().root, "build", "offline", "ombra-offline.html");
  if (!existsSync(file)) throw new Error("The offline page is not built: run `npm run build`.");
  const found = readFileSync(file, "utf8");
  if (process.env.NODE_ENV === "production") known = found;
  return found;
}
