import { sha256Hex } from "./bytes";
import { canonicalJson } from "./canonical";
import type { Digest } from "./ids";

/**
 * A text that the office publishes: a statement on a complaint, or a special report.
 *
 * Shape: a title of one line, and paragraphs of plain text in one language (ISO 639-1); a paragraph may have several lines. `salt` is
 *        random and published with the text, so that a digest seen before tells nobody what the text will say.
 */
export type PublicText = { v: 1; language: string; title: string; paragraphs: string[]; salt: string };

/** The most characters of a title, and of all paragraphs together. */
export const MOST_TITLE = 200;
export const MOST_TEXT = 50_000;

export type PublicTextFault = "form" | "title" | "empty" | "tooLong" | "hidden";

/** A text that cannot be published as it stands. The text itself is not kept. */
export class PublicTextError extends Error {
  override readonly name = "PublicTextError";
  constructor(readonly fault: PublicTextFault) {
    super(`The text cannot be published: ${fault}.`);
  }
}

/** The one form in which a text is hashed, sealed and published: canonical JSON. */
export function publicTextForm({ v, language, title, paragraphs, salt }: PublicText): string {
  return canonicalJson({ v, language, title, paragraphs, salt });
}

/** SHA-256 of the text's one form: what a proposal names, and what everybody can compute again. */
export async function publicTextDigest(text: PublicText): Promise<Digest> {
  return sha256Hex(publicTextForm(text));
}

/** Paragraphs of what somebody typed: an empty line parts them, and spaces around them say nothing. */
export function paragraphsOf(typed: string): string[] {
  return typed
    .replace(/\r\n?/g, "\n")
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "");
}

/** Control characters, and those that turn the writing direction, could make a text say something else than it seems to. */
const HIDDEN = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Reads a text that is to be published.
 *
 * Shape:  whatever was parsed in; the text with its own fields and no other out.
 * Errors: PublicTextError.
 */
export function requirePublicText(unsafe: unknown): PublicText {
  const { v, language, title, paragraphs, salt } = (unsafe ?? {}) as Record<string, unknown>;
  const isForm = v === 1 && matches(language, /^[a-z]{2}$/) && matches(salt, /^[0-9a-f]{32}$/);
  if (!isForm || typeof title !== "string" || !isListOfTexts(paragraphs)) throw new PublicTextError("form");
  if (title.trim() === "" || title !== title.trim()) throw new PublicTextError("title");
  if (paragraphs.length === 0 || paragraphs.some((one) => one.trim() === "")) throw new PublicTextError("empty");
  const length = paragraphs.reduce((sum, one) => sum + one.length, 0);
  if (title.length > MOST_TITLE || length > MOST_TEXT) throw new PublicTextError("tooLong");
  if (HIDDEN.test(title) || paragraphs.some((one) => HIDDEN.test(one.replaceAll("\n", ""))))
    throw new PublicTextError("hidden");
  return { v, language, title, paragraphs, salt };
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === "string" && pattern.test(value);
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
