import type { Fingerprint } from "./ids";
import { ItemError } from "./item-error";
import { END_OF_TIME, type Message, type PublicKey } from "./openpgp";
import { CLOCK_TOLERANCE_MS } from "./signatures";
import { readPublicKey } from "./usable-key";

/** Armored public keys of the people whose signature may count, by fingerprint. */
export type Signers = Record<Fingerprint, string>;

type SignerRule = { signers?: Signers | undefined; requireSigned?: boolean | undefined; now?: Date | undefined };

/**
 * Finds out who signed an opened message, and that they did.
 *
 * Shape:  the signer's fingerprint; null if there is no signature and none is required.
 * Errors: ItemError: unsigned, unknownSigner or badSignature (which also covers more than one signature).
 */
export async function requireSigner(
  message: Message<Uint8Array | string>,
  { signers = {}, requireSigned = false, now }: SignerRule,
): Promise<Fingerprint | null> {
  const [keyId, ...more] = message.getSigningKeyIDs();
  if (!keyId) {
    if (requireSigned) throw new ItemError("unsigned");
    return null;
  }
  if (more.length > 0) throw new ItemError("badSignature");

  const known = (await Promise.all(Object.entries(signers).map(readSigner))).flat();
  const [signer, ...namesakes] = known.filter((key) => key.getKeys(keyId).length > 0);
  if (!signer) throw new ItemError("unknownSigner");
  // Key IDs are 64 bits and can be made to collide; with two candidates it is not certain who signed.
  if (namesakes.length > 0) throw new ItemError("badSignature");

  const date = now ? new Date(now.getTime() + CLOCK_TOLERANCE_MS) : END_OF_TIME;
  try {
    const results = await message.verify([signer], date);
    for (const { verified } of results) await verified;
    if (results.length !== 1) throw new ItemError("badSignature");
  } catch {
    throw new ItemError("badSignature");
  }
  return signer.getFingerprint();
}

/** A directory that files a key under another fingerprint would let one person sign as another: not counted. */
async function readSigner([fingerprint, armored]: [Fingerprint, string]): Promise<PublicKey[]> {
  const key = await readPublicKey(armored).catch(() => null);
  return key?.getFingerprint() === fingerprint ? [key] : [];
}
