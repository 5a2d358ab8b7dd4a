import { readFileSync, writeFileSync } from "node:fs";
import { LANGUAGES } from "../../app/locales/languages";
import { readMissing } from "./files";
import { fillLanguage, nest, type Sheet } from "./fill";
import { readOpen } from "./open";
import { readRecord, refresh, writeRecord } from "./translated-from";

const [language, command, file] = process.argv.slice(2);

if (!language) list();
else if (language === "looked") lookedAt(process.argv.slice(3));
else if (!Object.hasOwn(LANGUAGES, language)) stop(`There is no language "${language}" in app/locales/languages.ts.`);
else if (command === "missing") takeOut(language, file);
else if (command === "fill" && file) putIn(language, file);
else stop("Write: npm run words [-- LANGUAGE missing [FILE] | LANGUAGE fill FILE | looked [MESSAGE …]]");

/** How much each language lacks, and which translations are older than their English text; brings their record up to date. */
function list() {
  for (const [one, name] of Object.entries(LANGUAGES)) {
    const missing = [...readMissing(one)].map(([namespace, messages]) => `${namespace} ${messages.size}`);
    console.info(`${one} ${name}: ${missing.length === 0 ? "complete" : `lacks ${missing.join(", ")}`}`);
  }
  keepRecord();
}

/** Notes that the translations of these messages were looked at and fit the English text of today; of all, where none is named. */
function lookedAt(messages: string[]) {
  keepRecord((message) => messages.length === 0 || messages.includes(message));
}

function keepRecord(isLookedAt?: (message: string) => boolean) {
  const { record, stale } = refresh(readRecord(), isLookedAt);
  writeRecord(record);
  for (const { message, languages } of stale)
    console.info(`${message} was reworded in English, and not looked at again in ${languages.join(", ")}.`);
}

/** The messages that a language lacks, or has from an older English text, with the English texts to write over. */
function takeOut(of: string, path: string | undefined) {
  const sheet = Object.fromEntries([...readOpen(of)].map(([namespace, messages]) => [namespace, nest(messages)]));
  const text = `${JSON.stringify(sheet, null, 2)}\n`;
  if (path) writeFileSync(path, text);
  else process.stdout.write(text);
}

function putIn(to: string, path: string) {
  const unknown = fillLanguage(to, JSON.parse(readFileSync(path, "utf8")) as Sheet);
  for (const key of unknown) console.warn(`Left out, because no page reads it: ${key}`);
  keepRecord();
  const left = [...readMissing(to).values()].reduce((sum, { size }) => sum + size, 0);
  console.info(left === 0 ? `${to} is complete.` : `${to} still lacks ${left} messages.`);
}

function stop(why: string) {
  console.error(why);
  process.exitCode = 1;
}
