import { type Catalogue, makeWords, type Words } from "../words";

const catalogues = import.meta.glob<Catalogue>("../../locales/*/files.json", { import: "default" });
const loaded = new Map<string, Promise<Words>>();

/** The words about files, in the language of the page. They are many, and come only when files do. */
export function fileWords({ language }: Words): Promise<Words> {
  const known = loaded.get(language);
  if (known) return known;
  const load = catalogues[`../../locales/${language}/files.json`] ?? catalogues["../../locales/en/files.json"];
  if (!load) throw new Error("There are no words about files.");
  const words = load().then((catalogue) => makeWords({ files: catalogue }, language));
  loaded.set(language, words);
  words.catch(() => loaded.delete(language));
  return words;
}
