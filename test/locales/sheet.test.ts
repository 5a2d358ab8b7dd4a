import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { messagesOf } from "~/locales/messages";
import { readCatalogue, readMissing } from "../../scripts/words/files";
import { fillLanguage, nest, type Sheet } from "../../scripts/words/fill";

const home = process.cwd();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "ombra-words-"));
  cpSync("app/locales", join(folder, "app/locales"), { recursive: true });
  rmSync(join(folder, "app/locales/ru"), { recursive: true, force: true });
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

test("what is taken out to be translated makes the language complete when it is put in again", () => {
  const missing = readMissing("ru");
  const sheet: Sheet = Object.fromEntries([...missing].map(([name, messages]) => [name, nest(messages)]));
  expect(messagesOf(sheet.reporter ?? {}).has("errors.title_few")).toBe(true);
  expect(fillLanguage("ru", sheet)).toEqual([]);
  expect(readMissing("ru").size).toBe(0);
  const order = (language: string) => [...messagesOf(readCatalogue(language, "public")).keys()];
  expect(order("ru")).toEqual(order("en"));
});

test("a part can be put in, later ones replace it, and what no page reads is named and left out", () => {
  const fill = (text: string) => fillLanguage("es", { public: { frame: { home: text, invented: "x" } }, other: {} });
  fill("Principio");
  expect(fill("Inicio")).toEqual(["other", "public:frame.invented"]);
  expect(messagesOf(readCatalogue("es", "public")).get("frame.home")).toBe("Inicio");
  expect(messagesOf(readCatalogue("es", "public")).has("frame.invented")).toBe(false);
});
