import { readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";

/** The words that a page of this language shows: `say("desk", "queue.heading")`. A missing word fails the test. */
export function vocabulary(language: "en" | "ar") {
  const read = (namespace: string) =>
    JSON.parse(readFileSync(join(process.cwd(), "app/locales", language, `${namespace}.json`), "utf8")) as object;
  const namespaces = ["public", "reporter", "form", "desk", "codes"];
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    ns: namespaces,
    resources: { [language]: Object.fromEntries(namespaces.map((name) => [name, read(name)])) },
    initImmediate: false,
    interpolation: { escapeValue: false },
  });
  return (namespace: string, key: string, values: Record<string, unknown> = {}): string => {
    const text = words.t(key, { ns: namespace, ...values });
    if (text === key) throw new Error(`There is no word ${namespace}:${key} in ${language}.`);
    return text;
  };
}
export type Say = ReturnType<typeof vocabulary>;
