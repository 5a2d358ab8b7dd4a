import type { JsonValue } from "~crypto/canonical";
import { type HeldKey, withHeldKeys } from "./key-store";
import type { CaseItem } from "./records";

/**
 * A message that was made elsewhere: its text, and the key that answers can be sealed to.
 *
 * Shape: where it is a file, `text` is the name that it came with, and its bytes are in base64.
 */
export type BareBody = { form: "bare/1"; text: string; replyKey: string; file?: string };

/** A copy that an officer sealed into the case, so that people assigned later can read it. `of` is the original's digest. */
export type BareCopy = BareBody & { of: string };

/**
 * Opens a message that a reporter made with another OpenPGP program and encrypted straight to this person.
 *
 * Errors: ItemError.
 */
export async function openBareItem(item: CaseItem, held: HeldKey): Promise<{ body: JsonValue; signer: null }> {
  const { openBareMessage } = await import("~crypto/bare-messages");
  const { text, publicKey, file } = await withHeldKeys(held, (privateKey) =>
    openBareMessage({ armored: item.armored, privateKey, now: new Date() }),
  );
  const body: BareBody = { form: "bare/1", text, replyKey: publicKey ?? "" };
  if (file) body.file = (await import("~crypto/bytes")).toBase64(file.bytes);
  return { body, signer: null };
}

/** Reads the body of a bare message or of its copy; null for any other body. */
export function readBare(body: JsonValue): BareBody | BareCopy | null {
  if (typeof body !== "object" || body === null || Array.isArray(body) || body.form !== "bare/1") return null;
  const { text, replyKey, of, file } = body;
  if (typeof text !== "string") return null;
  const bare: BareBody = { form: "bare/1", text, replyKey: typeof replyKey === "string" ? replyKey : "" };
  if (typeof file === "string") bare.file = file;
  return typeof of === "string" ? { ...bare, of } : bare;
}

/** The file that came as a bare message, for saving it or sealing it into the case. Errors: EncodingError. */
export async function bareFile({ text, file = "" }: BareBody): Promise<File> {
  const { fromBase64 } = await import("~crypto/bytes");
  return new File([fromBase64(file)], text || "file", { type: "application/octet-stream" });
}

/** A bare message without the blocks of keys that it carries along, which nobody reads with their eyes. */
export function withoutKeys(text: string): string {
  return text.replace(/-----BEGIN PGP PUBLIC KEY BLOCK-----[\s\S]*?-----END PGP PUBLIC KEY BLOCK-----/g, "").trim();
}
