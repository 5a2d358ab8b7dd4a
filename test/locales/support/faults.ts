import { findForeignWords } from "./foreign-words";
import { findMisprint } from "./misprints";
import { MAY_BE_ALIKE } from "./same-words";

/** One message of a language beside the English one. */
export type Message = { language: string; namespace: string; key: string; english: string; text: string };

/** What is wrong with a translated message, in words for the person who translates; null if nothing is. */
export function findFault(message: Message): string | null {
  const { language, namespace, key, english, text } = message;
  if (english.trim() === "" || text.trim() === "") return english.trim() === text.trim() ? null : "empty on one side";
  const [known, used] = [placeholders(english), placeholders(text)];
  // A form such as "one" may say the number in words, in English too.
  const isCounted = /_(zero|one|two|few|many|other)$/.test(key);
  const unknown = used.filter((name) => !known.includes(name) && !(isCounted && name === "count"));
  if (unknown.length > 0) return `puts in {{${unknown}}}, which the page does not give`;
  const left = known.filter((name) => !used.includes(name) && !(isCounted && name === "count"));
  if (left.length > 0) return `leaves out {{${left}}}`;
  if (text === english && /\p{L}/u.test(withoutPlaceholders(text)) && !isAlike(message)) return "is the English text";
  const foreign = findForeignWords(language, withoutPlaceholders(text));
  if (foreign.length > 0) return `has English words in it: ${foreign.join(", ")}`;
  const misprint = findMisprint(language, withoutPlaceholders(text));
  return misprint && `${misprint} (${namespace}:${key})`;
}

function isAlike({ language, namespace, key }: Message): boolean {
  return MAY_BE_ALIKE[language]?.[`${namespace}:${key}`] !== undefined;
}

function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^}\s,]+)/g)].map((match) => match[1] ?? ""))];
}

function withoutPlaceholders(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, "");
}
