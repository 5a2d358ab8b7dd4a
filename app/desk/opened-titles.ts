import { whenLocked } from "./key-store";

/** First words of cases that were opened in this session. They live as long as the key does, and only in page memory. */
const titles = new Map<string, string>();
whenLocked(() => titles.clear());

const TITLE_CHARACTERS = 90;

/** Remembers what a case is about, for the queue. */
export function rememberTitle(caseId: string, text: string) {
  titles.set(caseId, firstWords(text));
}

/** Forgets the first words of one case. */
export function forgetTitle(caseId: string) {
  titles.delete(caseId);
}

/** The first words of a case that was opened in this session, or null. */
export function titleOf(caseId: string): string | null {
  return titles.get(caseId) ?? null;
}

/** The first sentence of a text, or as many whole words as fit. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const sentence = /^.{12,90}?[.!?؟。](?=\s|$)/u.exec(line)?.[0]?.replace(/[.。]$/, "");
  if (sentence) return sentence;
  if (line.length <= TITLE_CHARACTERS) return line;
  return `${line.slice(0, TITLE_CHARACTERS).replace(/\s+\S*$/, "")}…`;
}
