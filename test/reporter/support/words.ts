import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeWords, type Words } from "~/reporter/words";

/** The module's words in one language, as a page hands them over. */
export function wordsIn(language: "en" | "ar"): Words {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(process.cwd(), "app/locales", language, `${name}.json`), "utf8"));
  const reporter = read("reporter");
  return makeWords({ ...reporter, form: { ...reporter.form, ...read("form") } }, language);
}
