import { type Catalogue, isKnownMessage, messagesOf, neededMessages } from "../../app/locales/messages";
import { NAMESPACES, type Namespace } from "../../app/locales/namespaces";
import { readCatalogue, writeCatalogue } from "./files";

/** Messages of several catalogues in one file: `{ "public": { "frame": { … } }, … }`. */
export type Sheet = { [namespace: string]: Catalogue };

/** The steps to a message, as the English file has them: an id of an item such as `5A001.f` is one step. */
function stepsTo(key: string, like: Catalogue | string | undefined): string[] {
  const parts = key.split(".");
  for (let count = 1; count < parts.length; count++) {
    const [step, rest] = [parts.slice(0, count).join("."), parts.slice(count).join(".")];
    const below = typeof like === "object" && Object.hasOwn(like, step) ? like[step] : undefined;
    if (typeof below === "object") return [step, ...stepsTo(rest, below)];
  }
  return typeof like === "object" ? [key] : parts;
}

/** Puts messages in their places again, which are those of the English file; the inverse of `messagesOf`. */
export function nest(messages: Iterable<readonly [string, string]>, english?: Catalogue): Catalogue {
  const root: Catalogue = {};
  for (const [key, text] of messages) {
    const steps = stepsTo(key, english);
    const last = steps.pop() ?? key;
    let at = root;
    for (const step of steps) {
      const next = at[step] ?? {};
      if (typeof next === "string") throw new Error(`${key}: ${step} is a message and a group.`);
      at[step] = next;
      at = next;
    }
    at[last] = text;
  }
  return root;
}

/**
 * Takes a translated sheet into a language's catalogues.
 *
 * Shape: a message replaces what stood there; the order becomes that of the English file. What is returned are the
 *        messages that nothing reads in this language; they are left out.
 */
export function fillLanguage(language: string, sheet: Sheet): string[] {
  const unknown = Object.keys(sheet).filter((name) => !NAMESPACES.includes(name as Namespace));
  for (const namespace of NAMESPACES) {
    const given = messagesOf(sheet[namespace] ?? {});
    if (given.size === 0) continue;
    const needed = neededMessages(language, namespace, readCatalogue("en", namespace));
    const own = messagesOf(readCatalogue(language, namespace));
    for (const [key, text] of given) {
      if (isKnownMessage(key, needed)) own.set(key, text);
      else unknown.push(`${namespace}:${key}`);
    }
    const order = [...needed.keys()];
    const placeOf = (key: string) => order.indexOf(needed.has(key) ? key : key.replace(/_zero$/, "_other"));
    const sorted = [...own].sort(([a], [b]) => placeOf(a) - placeOf(b));
    writeCatalogue(language, namespace, nest(sorted, readCatalogue("en", namespace)));
  }
  return unknown;
}
