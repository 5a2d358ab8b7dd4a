import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "~/locales/messages";

/** A catalogue as it lies in the folder; null where the language has none of this name. */
export function readCatalogue(language: string, namespace: string): Catalogue | null {
  try {
    return JSON.parse(readFileSync(join(process.cwd(), "app/locales", language, `${namespace}.json`), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
