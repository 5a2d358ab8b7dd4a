import { utf8 } from "./bytes";
import type { Fingerprint } from "./ids";
import { requirePrivateKey, signatureDate } from "./keys";
import { createMessage, END_OF_TIME, LITERAL_DATE, readSignature, sign, verify } from "./openpgp";
import { readPublicKey } from "./usable-key";

export type SignatureFault = "malformed" | "badSignature" | "unknownSigner";

/**
 * A signature that does not vouch for the text it came with.
 *
 * Shape: "malformed" cannot be read; "unknownSigner" was made by another key; "badSignature" does not fit text or time.
 */
export class SignatureError extends Error {
  override readonly name = "SignatureError";
  constructor(readonly fault: SignatureFault) {
    super(`The signature cannot be accepted: ${fault}.`);
  }
}

/** How far ahead of the reader's clock a signature may be dated; the same two days that keys are back-dated by. */
export const CLOCK_TOLERANCE_MS = 2 * 24 * 60 * 60 * 1000;

/**
 * Signs a text that is kept beside its signature.
 *
 * Shape:  one armored detached signature over the UTF-8 bytes.
 * Units:  dated with the day of `now`, not the second.
 * Errors: PrivateKeyError.
 * Source: RFC 9580 §10.4.
 */
export async function signText(text: string, privateKey: string, now: Date): Promise<string> {
  const signer = await requirePrivateKey(privateKey);
  const message = await createMessage({ binary: utf8(text), date: LITERAL_DATE });
  return sign({ message, signingKeys: signer, detached: true, date: signatureDate(now, signer) });
}

/**
 * Checks that a detached signature over exactly this text was made by this key, while the key was valid.
 *
 * Units:  with `now`, a signature dated more than two days ahead is refused; without it, its date is not judged,
 *         for texts whose order is bound elsewhere.
 * Errors: SignatureError; "unknownSigner" also where the public key cannot be read.
 */
export async function verifyText(options: {
  text: string;
  signature: string;
  publicKey: string;
  now?: Date | undefined;
}): Promise<Fingerprint> {
  const key = await readPublicKey(options.publicKey).catch(() => null);
  if (!key) throw new SignatureError("unknownSigner");
  const signature = await readSignature({ armoredSignature: options.signature }).catch(() => null);
  // One text, one signature: with several, which of them counts would be a matter of reading order.
  if (signature?.packets.length !== 1) throw new SignatureError("malformed");
  if (!signature.getSigningKeyIDs().every((id) => key.getKeys(id).length > 0))
    throw new SignatureError("unknownSigner");
  const message = await createMessage({ binary: utf8(options.text), date: LITERAL_DATE });
  const date = options.now ? new Date(options.now.getTime() + CLOCK_TOLERANCE_MS) : END_OF_TIME;
  try {
    const { signatures } = await verify({ message, signature, verificationKeys: key, format: "binary", date });
    if (signatures.length !== 1) throw new SignatureError("malformed");
    for (const { verified } of signatures) await verified;
  } catch {
    throw new SignatureError("badSignature");
  }
  return key.getFingerprint();
}
