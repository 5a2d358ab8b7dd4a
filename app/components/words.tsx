import type { i18n, TFunction } from "i18next";
import { createContext, type ReactNode, useContext } from "react";

const Words = createContext<i18n | null>(null);

/** Gives every component below it the words of the page's language. */
export function WordsProvider({ words, children }: { words: i18n; children: ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>;
}

/** The words of one catalogue: `t("key", { name })`. */
export function useWords(namespace: string): TFunction {
  return useI18n().getFixedT(null, namespace);
}

/** The page's language, for `Intl`. */
export function useLanguage(): string {
  return useI18n().language;
}

function useI18n(): i18n {
  const words = useContext(Words);
  if (!words) throw new Error("No words: the component stands outside WordsProvider.");
  return words;
}
