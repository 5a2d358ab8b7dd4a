import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "./config.server";

/** One file of the reporter's program, by the name under which browsers fetch it. */
export interface Sum {
  name: string;
  sha256: string;
}

let known: Sum[] | null = null;

/** SHA-256 of every file of the reporter's static module, by name; what a compressed file holds is the same. */
export function reporterSums(): Sum[] {
  if (known) return known;
  const folder = join(readConfig().root, "build", "reporter");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const found = files.sort().map((name) => ({
    name: `reporter/${name}`,
    sha256: createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex"),
  }));
  if (process.env.NODE_ENV === "production") known = found;
  return found;
}
