import { fromUtf8, utf8 } from "./bytes";
import type { Fingerprint } from "./ids";
import { readFingerprint, requirePrivateKey } from "./keys";
import { decryptMessage, encryptBytes, literalBytes, parseArmored } from "./messages";
import { type RecipientKey, requireUsableRecipient } from "./recipients";
import { closeBox, openBox } from "./secret-box";

/** A wrap that does not give the key it should. "wrongKey": it opened, but holds the key of something else. */
export class WrapError extends Error {
  override readonly name = "WrapError";
  constructor(readonly fault: "cannotOpen" | "wrongKey") {
    super(`The wrap cannot be used: ${fault}.`);
  }
}

/** A checked recipient, or the armored key of one whose certification was checked before. */
export type WrapRecipient = RecipientKey | string;

/**
 * Gives one person access to a compartment: its private key, encrypted to them.
 *
 * Shape:  armored message, whose content is the armored private key (`gpg --decrypt | gpg --import` reads it).
 * Errors: RecipientKeyError if the recipient's key is expired, revoked, weak or malformed; PrivateKeyError.
 */
export async function wrapKey(options: { privateKey: string; recipient: WrapRecipient; now: Date }): Promise<string> {
  await requirePrivateKey(options.privateKey);
  return encryptText(options.privateKey, options.recipient, options.now);
}

/**
 * Opens a wrap with the person's own unlocked key.
 *
 * Shape:  the compartment's armored private key out.
 * Errors: WrapError: "wrongKey" if it is not the key with the expected fingerprint; PrivateKeyError for the person's.
 */
export async function openWrap(options: {
  sealed: string;
  privateKey: string;
  fingerprint: Fingerprint;
}): Promise<string> {
  const text = await decryptText(options.sealed, options.privateKey);
  return requireFingerprint(text, options.fingerprint);
}

/**
 * Wraps the identity compartment under the two-person rule: encrypted to `inner`, and that again to `outer`.
 *
 * Shape:  armored message to `outer`; openWrapOuter opens it, then openWrap the result with the key of `inner`.
 * Errors: as wrapKey; an Error if both are the same person, because then one person alone could open it.
 */
export async function wrapForTwo(options: {
  privateKey: string;
  inner: RecipientKey;
  outer: RecipientKey;
  now: Date;
}): Promise<string> {
  if (options.inner.fingerprint === options.outer.fingerprint) throw new SamePersonError();
  return encryptText(await wrapKey({ ...options, recipient: options.inner }), options.outer, options.now);
}

/** Two custodians who are one person. */
export class SamePersonError extends Error {
  override readonly name = "SamePersonError";
  constructor() {
    super("The key cannot be wrapped: the two-person rule needs two different keys.");
  }
}

/**
 * Takes the outer layer off a wrap for two.
 *
 * Shape:  the armored wrap for the inner custodian out; nothing is readable yet.
 * Errors: WrapError "cannotOpen".
 */
export async function openWrapOuter(options: { sealed: string; privateKey: string }): Promise<string> {
  const inner = await decryptText(options.sealed, options.privateKey);
  if (!(await parseArmored(inner))) throw new WrapError("cannotOpen");
  return inner;
}

/**
 * Moves a wrap from a key that its holder leaves to the one that follows it. What is inside stays as it is: the private key
 * of a compartment, or the inner layer of a wrap for two.
 *
 * Shape:  armored message in, armored message to `recipient` out.
 * Errors: WrapError "cannotOpen" if the old key does not open it; RecipientKeyError; PrivateKeyError.
 */
export async function resealWrap(options: {
  sealed: string;
  privateKey: string;
  recipient: WrapRecipient;
  now: Date;
}): Promise<string> {
  const text = await decryptText(options.sealed, options.privateKey);
  return encryptText(text, options.recipient, options.now);
}

/**
 * Gives the holder of a receipt access to a compartment.
 *
 * Shape:  base64 of IV and AES-256-GCM ciphertext of the armored private key, bound to its fingerprint.
 */
export async function wrapForReceipt(privateKey: string, receiptWrapKey: Uint8Array): Promise<string> {
  return closeBox(utf8(privateKey), receiptWrapKey, await readFingerprint(privateKey));
}

/**
 * Opens a compartment's key with the receipt's wrap key.
 *
 * Errors: WrapError.
 */
export async function openReceiptWrap(
  sealed: string,
  receiptWrapKey: Uint8Array,
  fingerprint: Fingerprint,
): Promise<string> {
  const opened = await openBox(sealed, receiptWrapKey, fingerprint);
  if (!opened) throw new WrapError("cannotOpen");
  return requireFingerprint(fromUtf8(opened), fingerprint);
}

async function encryptText(text: string, recipient: WrapRecipient, now: Date): Promise<string> {
  const usable = await requireUsableRecipient(recipient, now);
  return (await encryptBytes({ data: utf8(text), to: [usable], now })).armor();
}

async function decryptText(sealed: string, privateKey: string): Promise<string> {
  const key = await requirePrivateKey(privateKey);
  const message = await parseArmored(sealed);
  const opened = message && (await decryptMessage(message, key));
  const bytes = opened && literalBytes(opened);
  if (!bytes) throw new WrapError("cannotOpen");
  try {
    return fromUtf8(bytes);
  } catch {
    throw new WrapError("cannotOpen");
  }
}

/**
 * Whoever knows a public key can make a wrap for its holder, so what comes out is checked: the fingerprint covers the
 * primary key, the library checks that the subkeys are bound to it, and validate that the secret half belongs to it.
 */
async function requireFingerprint(privateKey: string, fingerprint: Fingerprint): Promise<string> {
  try {
    const key = await requirePrivateKey(privateKey);
    if (key.getFingerprint() !== fingerprint) throw new WrapError("wrongKey");
    await Promise.all(key.getKeys().map(({ keyPacket }) => ("validate" in keyPacket ? keyPacket.validate() : null)));
    return privateKey;
  } catch {
    throw new WrapError("wrongKey");
  }
}
