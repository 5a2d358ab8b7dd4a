import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Catalogue, missingMessages } from "../../app/locales/messages";
import { NAMESPACES, type Namespace } from "../../app/locales/namespaces";

const pathOf = (language: string, namespace: Namespace) => join("app/locales", language, `${namespace}.json`);

/** A catalogue as it lies in the folder; empty where nobody has begun it. */
export function readCatalogue(language: string, namespace: Namespace): Catalogue {
  const path = pathOf(language, namespace);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Catalogue) : {};
}

export function writeCatalogue(language: string, namespace: Namespace, catalogue: Catalogue): void {
  const path = pathOf(language, namespace);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(catalogue, null, 2)}\n`);
}

/** What a language lacks, by catalogue, with the English texts; catalogues that lack nothing are left out. */
export function readMissing(language: string): Map<Namespace, Map<string, string>> {
  const all = NAMESPACES.map((name) => {
    const missing = missingMessages(language, name, readCatalogue("en", name), readCatalogue(language, name));
    return [name, missing] as const;
  });
  return new Map(all.filter(([, missing]) => missing.size > 0));
}
