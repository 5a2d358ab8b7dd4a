import { fromUtf8, sha256Hex, utf8 } from "./bytes";
import { canonicalJson, type JsonValue } from "./canonical";
import type { CompartmentType } from "./compartments";
import type { CaseId, Digest, Fingerprint } from "./ids";
import { ItemError } from "./item-error";
import { requirePrivateKey } from "./keys";
import { decryptMessage, encryptBytes, literalBytes, parseArmored } from "./messages";
import { paddedLength, randomPad } from "./padding";
import { parsePayload } from "./payload";
import { requireSigner, type Signers } from "./signers";
import { requireUsableKey } from "./usable-key";

export { openBareMessage, sealPlainReply } from "./bare-messages";
export { ItemError, type ItemFault } from "./item-error";
export type { Signers } from "./signers";

/** What one item holds. Case, compartment and order are inside, so that a ciphertext cannot be replayed elsewhere. */
export type ItemPayload = {
  v: 1;
  case: CaseId;
  compartment: CompartmentType;
  kind: string;
  seq: number;
  /** The digest of the item before in this compartment; "" for the first. */
  prev: Digest | "";
  body: JsonValue;
  pad: string;
};

export type ItemExpectation = {
  case: CaseId;
  compartment: CompartmentType;
  kind?: string;
  seq?: number;
  prev?: Digest | "";
};

/**
 * Seals one item to its compartment.
 *
 * Shape:  one armored OpenPGP message to the compartment's key alone; signed inside where `signingKey` is given (staff
 *         sign, reporters never do). `digest` is SHA-256 of the armored text as it is stored.
 * Units:  the payload is padded to PADDING_FLOOR_BYTES, above it by Padmé, so that length says little about content.
 * Errors: RecipientKeyError for the compartment key, PrivateKeyError, CanonicalError if `body` has no canonical form.
 * Source: RFC 9580 §5.1, §5.13; RFC 8785.
 */
export async function sealItem(options: {
  payload: Omit<ItemPayload, "v" | "pad">;
  compartmentPublicKey: string;
  signingKey?: string | undefined;
  now: Date;
}): Promise<{ armored: string; digest: Digest }> {
  const compartment = await requireUsableKey(options.compartmentPublicKey, options.now);
  const signingKey = options.signingKey === undefined ? undefined : await requirePrivateKey(options.signingKey);
  const data = utf8(padPayload(options.payload));
  const armored = (await encryptBytes({ data, to: [compartment], signingKey, now: options.now })).armor();
  return { armored, digest: await sha256Hex(armored) };
}

/**
 * Opens one item and checks that it is the one expected. Returns everything or throws; plaintext never leaves on a
 * failed check.
 *
 * Shape:  `signers` are the public keys, by fingerprint, whose signature may count here; `signer` is null only for an
 *         item that carries no signature at all. A signature that cannot be checked is a fault even where none is
 *         required.
 * Units:  key validity is judged at the time of signing; with `now`, a signature dated more than two days ahead fails.
 * Errors: ItemError; PrivateKeyError if the compartment's private key cannot be read.
 * Source: RFC 9580 §5.2, §5.13; CVE-2025-47934 (only bytes that the signature covers are returned).
 */
export async function openItem(options: {
  armored: string;
  compartmentPrivateKey: string;
  expect: ItemExpectation;
  signers?: Signers | undefined;
  requireSigned?: boolean | undefined;
  now?: Date | undefined;
}): Promise<{ payload: ItemPayload; signer: Fingerprint | null }> {
  const key = await requirePrivateKey(options.compartmentPrivateKey);
  const message = await parseArmored(options.armored);
  if (!message) throw new ItemError("malformed");
  const opened = await decryptMessage(message, key);
  if (!opened) throw new ItemError("cannotDecrypt");

  const signer = await requireSigner(opened, options);
  const bytes = literalBytes(opened);
  const payload = bytes && readPayload(bytes);
  if (!payload) throw new ItemError("malformed");
  requireExpected(payload, options.expect);
  return { payload, signer };
}

function padPayload(payload: Omit<ItemPayload, "v" | "pad">): string {
  const { case: caseId, compartment, kind, seq, prev, body } = payload;
  const bare: ItemPayload = { v: 1, case: caseId, compartment, kind, seq, prev, body, pad: "" };
  const length = utf8(canonicalJson(bare)).length;
  return canonicalJson({ ...bare, pad: randomPad(paddedLength(length) - length) });
}

function readPayload(bytes: Uint8Array): ItemPayload | null {
  try {
    return parsePayload(fromUtf8(bytes));
  } catch {
    return null;
  }
}

function requireExpected(payload: ItemPayload, expect: ItemExpectation): void {
  if (payload.case !== expect.case) throw new ItemError("wrongCase");
  if (payload.compartment !== expect.compartment) throw new ItemError("wrongCompartment");
  if (expect.kind !== undefined && payload.kind !== expect.kind) throw new ItemError("wrongKind");
  if (expect.seq !== undefined && payload.seq !== expect.seq) throw new ItemError("outOfOrder");
  if (expect.prev !== undefined && payload.prev !== expect.prev) throw new ItemError("outOfOrder");
}
