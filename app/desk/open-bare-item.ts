import type { JsonValue } from "~crypto/canonical";
import type { HeldKey } from "./key-store";
import type { CaseItem } from "./records";

/** A message that was made elsewhere: its text, and the key that answers can be sealed to. */
export type BareBody = { form: "bare/1"; text: string; replyKey: string };

/** A copy that an officer sealed into the case, so that people assigned later can read it. `of` is the original's digest. */
export type BareCopy = BareBody & { of: string };

/**
 * Opens a message that a reporter made with another OpenPGP program and encrypted straight to this person.
 *
 * Errors: ItemError.
 */
export async function openBareItem(item: CaseItem, held: HeldKey): Promise<{ body: JsonValue; signer: null }> {
  const { openBareMessage } = await import("~crypto/bare-messages");
  const { text, publicKey } = await openBareMessage({
    armored: item.armored,
    privateKey: held.privateKey,
    now: new Date(),
  });
  const body: BareBody = { form: "bare/1", text, replyKey: publicKey ?? "" };
  return { body, signer: null };
}

/** Reads the body of a bare message or of its copy; null for any other body. */
export function readBare(body: JsonValue): BareBody | BareCopy | null {
  if (typeof body !== "object" || body === null || Array.isArray(body) || body.form !== "bare/1") return null;
  const { text, replyKey, of } = body;
  if (typeof text !== "string") return null;
  const bare: BareBody = { form: "bare/1", text, replyKey: typeof replyKey === "string" ? replyKey : "" };
  return typeof of === "string" ? { ...bare, of } : bare;
}

/** A bare message without the blocks of keys that it carries along, which nobody reads with their eyes. */
export function withoutKeys(text: string): string {
  return text.replace(/-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/g, "").trim();
}
