import { type Answers, type Carried, CURRENT, carryOver } from "~/forms";
import type { JsonValue } from "~crypto/canonical";
import { DraftError, openDraft, sealDraft } from "~crypto/drafts";
import type { Draft } from "../draft";

/** The same name for everybody: it tells nothing of what the file is for. */
export const DRAFT_FILE = "notes.gpg";

/** Seals what was written so far. Files are not in it, nor what was said about them. */
export async function writeDraft(draft: Draft): Promise<{ words: string[]; bytes: Uint8Array }> {
  const { evidence: _, ...answers } = draft.answers;
  const { kind, concernsOffice } = draft;
  const body = { form: CURRENT.id, kind, concernsOffice, struck: [...draft.struck].sort(), answers };
  return sealDraft(body as unknown as JsonValue);
}

/**
 * Opens a draft file into the form.
 *
 * Errors: DraftError; ReceiptError for words that were mistyped.
 */
export async function readDraft(bytes: Uint8Array, unsafeWords: string, draft: Draft): Promise<Carried> {
  const body = await openDraft(bytes, unsafeWords);
  const carried = carryOver(body);
  if (carried === "newer") throw new DraftError("newer");
  if (!carried) throw new DraftError("foreign");
  const { concernsOffice, struck } = body as { concernsOffice?: unknown; struck?: unknown };
  draft.kind = carried.kind;
  draft.answers = carried.answers as Answers;
  draft.concernsOffice = typeof concernsOffice === "boolean" ? concernsOffice : null;
  draft.struck = new Set(Array.isArray(struck) ? struck.filter((one) => typeof one === "string") : []);
  draft.files = [];
  draft.seen = new Set(["kind"]);
  return carried;
}
