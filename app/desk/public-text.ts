import type { JsonValue } from "~crypto/canonical";
// Small and without OpenPGP in it, so that a form can count and check what is typed.
import {
  type PublicText,
  PublicTextError,
  type PublicTextFault,
  paragraphsOf,
  publicTextDigest,
  requirePublicText,
} from "~crypto/public-text";
import type { OpenedCase } from "./open-case";
import type { CaseRecord, EventType } from "./records";

export { MOST_TEXT, MOST_TITLE } from "~crypto/public-text";

/** A text to be published, as it is typed. */
export type StatementDraft = { title: string; language: string; text: string };
export const NO_STATEMENT: StatementDraft = { title: "", language: "", text: "" };

/** The text that a proposal names is not among what came with the case, or is another one. */
export class OtherTextError extends Error {
  override readonly name = "OtherTextError";
  constructor() {
    super("The text that was proposed is not here.");
  }
}

/** The text as it is sealed with its proposal. `salt` is random, so that nobody can guess the text from its digest. */
export function textOf({ title, language, text }: StatementDraft, salt: string): PublicText {
  return { v: 1, language, title: title.trim(), paragraphs: paragraphsOf(text), salt };
}

/** What keeps a text from being proposed; null where nothing does. */
export function faultOfText(draft: StatementDraft): "missing" | "tooLong" | "hidden" | null {
  try {
    requirePublicText(textOf(draft, "0".repeat(32)));
    return null;
  } catch (error) {
    if (!(error instanceof PublicTextError)) throw error;
    const known: PublicTextFault = error.fault;
    return known === "tooLong" || known === "hidden" ? known : "missing";
  }
}

/** Reads the text out of an opened item; null where it holds none. */
export function readStatement(body: JsonValue): PublicText | null {
  try {
    return requirePublicText((body as { statement?: unknown } | null)?.statement);
  } catch {
    // Whatever it is, it is no text that could be published; the page says so.
    return null;
  }
}

/** The digest of the text that waits to be published by this step. */
export function proposedDigest({ snapshot }: Pick<CaseRecord, "snapshot">, event: EventType): string {
  const { statement } = snapshot.context.proposals[event]?.codes ?? {};
  return typeof statement === "string" ? statement : "";
}

/**
 * The text that was proposed for this step: sealed by whoever proposed it, and with exactly the digest in their signed act.
 *
 * Errors: OtherTextError.
 */
export async function proposedText(record: CaseRecord, opened: OpenedCase, event: EventType): Promise<PublicText> {
  const [digest, by] = [proposedDigest(record, event), record.snapshot.context.proposals[event]?.by];
  for (const one of opened.items) {
    if (one.state !== "open" || one.item.kind !== "statement" || one.signer !== by) continue;
    const text = readStatement(one.body);
    if (text && (await publicTextDigest(text)) === digest) return text;
  }
  throw new OtherTextError();
}
