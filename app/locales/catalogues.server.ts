import { LANGUAGES, type Language } from "./languages";
import { type Catalogue, missingMessages } from "./messages";
import { isForReporters, NAMESPACES, type Namespace } from "./namespaces";

const files = import.meta.glob<Catalogue>("./*/*.json", { eager: true, import: "default" });

/** One language's own catalogue of a namespace; empty where nobody has begun it. */
export function catalogue(language: Language, namespace: Namespace): Catalogue {
  return files[`./${language}/${namespace}.json`] ?? {};
}

let offered: readonly Language[] | null = null;

/** The languages whose part for the reporter is complete: their catalogues decide it. */
export function offeredLanguages(): readonly Language[] {
  offered ??= (Object.keys(LANGUAGES) as Language[]).filter((language) =>
    NAMESPACES.every((name) => {
      const missing = missingMessages(language, name, catalogue("en", name), catalogue(language, name));
      return ![...missing.keys()].some((key) => isForReporters(name, key));
    }),
  );
  return offered;
}
