import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { LANGUAGES, NAMESPACES } from "~/locales/languages";

type Catalogue = { [key: string]: string | Catalogue };
const read = (language: string, namespace: string) =>
  JSON.parse(readFileSync(join(process.cwd(), "app/locales", language, `${namespace}.json`), "utf8")) as Catalogue;

/** Keys without their plural form: languages differ in how many forms they have. */
function keysOf(catalogue: Catalogue, path = ""): string[] {
  const keys = Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string"
      ? [`${path}${key.replace(/_(zero|one|two|few|many|other)$/, "")}`]
      : keysOf(value, `${path}${key}.`),
  );
  return [...new Set(keys)].sort();
}

function textsOf(catalogue: Catalogue): string[] {
  return Object.values(catalogue).flatMap((value) => (typeof value === "string" ? [value] : textsOf(value)));
}

for (const language of Object.keys(LANGUAGES).filter((one) => one !== "en")) {
  test.each(NAMESPACES)(`${language} has every word of %s, and no other`, (namespace) => {
    expect(keysOf(read(language, namespace))).toEqual(keysOf(read("en", namespace)));
  });

  test.each(NAMESPACES)(`${language} keeps every placeholder of %s`, (namespace) => {
    const english = flat(read("en", namespace));
    const other = flat(read(language, namespace));
    const wrong = [...other]
      .filter(([key, text]) => !placeholdersFit(english.get(key) ?? english.get(`${stem(key)}_other`), text))
      .map(([key]) => key);
    expect(wrong).toEqual([]);
  });
}

test("Arabic is written in Arabic", () => {
  const latin = NAMESPACES.flatMap((namespace) => textsOf(read("ar", namespace))).filter(
    (text) => /[A-Za-z]{4}/.test(text.replace(/\{\{[^}]*\}\}/g, "")) && !/[\u0600-\u06ff]/.test(text),
  );
  // Commands, names of programs and identifiers stay as they are.
  expect(
    latin.filter((text) => !/gpg|curl|OpenPGP|GnuPG|Tor|Ombra|English|Argon2|https?:|^[A-Z0-9 _./-]+$/.test(text)),
  ).toEqual([]);
});

function flat(catalogue: Catalogue, path = ""): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

function stem(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, "");
}

/** A translation may leave a number out in forms such as "one", but never names what the page does not give. */
function placeholdersFit(english: string | undefined, text: string): boolean {
  const names = (of: string) => new Set([...of.matchAll(/\{\{\s*([^}\s,]+)/g)].map((match) => match[1]));
  if (english === undefined) return false;
  const [known, used] = [names(english), names(text)];
  return [...used].every((name) => known.has(name)) && [...known].every((name) => used.has(name) || name === "count");
}
