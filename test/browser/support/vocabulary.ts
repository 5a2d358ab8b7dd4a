import i18next from "i18next";
import type { Language } from "~/locales/languages";
import { NAMESPACES, type Namespace } from "~/locales/namespaces";
import { readCatalogue } from "../../locales/support/catalogues";

/** The words that a page of this language shows: `say("desk", "queue.heading")`. A missing word fails the test. */
export function vocabulary(language: Language) {
  const read = (namespace: Namespace) => readCatalogue(language, namespace) ?? {};
  const words = i18next.createInstance();
  void words.init({
    lng: language,
    ns: [...NAMESPACES],
    resources: { [language]: Object.fromEntries(NAMESPACES.map((name) => [name, read(name)])) },
    initImmediate: false,
    interpolation: { escapeValue: false },
  });
  return (namespace: string, key: string, values: Record<string, unknown> = {}): string => {
    const text = words.t(key, { ns: namespace, ...values });
    if (text === key) throw new Error(`There is no word ${namespace}:${key} in ${language}.`);
    // No-break spaces are typography; a page is searched for with plain ones.
    return text.replace(/\s+/g, " ");
  };
}
export type Say = ReturnType<typeof vocabulary>;
