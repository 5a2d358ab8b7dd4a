import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { LANGUAGES } from "../../app/locales/languages";
import { messagesOf } from "../../app/locales/messages";
import { NAMESPACES, type Namespace } from "../../app/locales/namespaces";
import { readCatalogue } from "./files";

const PATH = "app/locales/translated-from.json";
const PLURAL_FORM = /_(zero|one|two|few|many|other)$/;
const DIGEST_CHARS = 6;

/** By message: the digest of the English text that its translations were made from, and of each translation. */
export type Record = { [message: string]: string };

/** A message whose English text changed, and the languages whose translation is still the old one. */
export type Stale = { message: string; languages: string[] };

/** The record as it lies in the folder. */
export function readRecord(): Record {
  return JSON.parse(readFileSync(PATH, "utf8")) as Record;
}

/** Writes a record, one line a message, so that changes to different messages meet without a conflict. */
export function writeRecord(record: Record): void {
  writeFileSync(PATH, `${JSON.stringify(record, null, 2)}\n`);
}

/**
 * Brings a record up to the catalogues of today.
 *
 * Shape: a new message is taken in, one that is gone is dropped, and a translation that was worked on is noted. Where
 *        the English text changed, it is taken over once every translation has changed too, or once `isLookedAt` says
 *        that somebody has looked; until then the line stays as it was, and the message is stale.
 */
export function refresh(kept: Record, isLookedAt: (message: string) => boolean = () => false) {
  const record: Record = {};
  const stale: Stale[] = [];
  for (const [message, now] of currentDigests()) {
    const before = readLine(kept[message] ?? "");
    const isReworded = before.has("en") && before.get("en") !== now.get("en");
    const unchanged = [...now.keys()].filter((one) => one !== "en" && before.get(one) === now.get(one));
    const isStale = isReworded && unchanged.length > 0 && !isLookedAt(message);
    if (isStale) stale.push({ message, languages: unchanged });
    record[message] = isStale ? (kept[message] ?? "") : writeLine(now);
  }
  return { record, stale };
}

/** Whether a key, with its namespace, belongs to a message: itself, or one of its plural forms. */
export function isOfMessage(key: string, message: string): boolean {
  return key === message || key.replace(PLURAL_FORM, "") === message;
}

/** Every message with the digests of its texts; the plural forms of one message count as one text. */
function currentDigests(): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const namespace of NAMESPACES) {
    const texts = Object.keys(LANGUAGES).map((language) => [language, textsOf(language, namespace)] as const);
    for (const stem of textsOf("en", namespace).keys()) {
      const digests = texts.flatMap(([language, own]) => {
        const text = own.get(stem);
        return text === undefined ? [] : [[language, digestOf(text)] as const];
      });
      found.set(`${namespace}:${stem}`, new Map(digests));
    }
  }
  return found;
}

function textsOf(language: string, namespace: Namespace): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, text] of messagesOf(readCatalogue(language, namespace))) {
    const stem = key.replace(PLURAL_FORM, "");
    texts.set(stem, `${texts.get(stem) ?? ""}\n${text}`);
  }
  return texts;
}

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, DIGEST_CHARS);
const writeLine = (digests: Map<string, string>) => [...digests].map((pair) => pair.join(":")).join(" ");
const readLine = (line: string) => new Map(line.split(" ").map((pair) => pair.split(":") as [string, string]));
