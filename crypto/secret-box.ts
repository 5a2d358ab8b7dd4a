import { type Bytes, concatBytes, fromBase64, fromHex, ownBytes, randomBytes, toBase64 } from "./bytes";
import type { Fingerprint } from "./ids";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Closes a secret under a symmetric key.
 *
 * Shape:  base64 of a random 12-byte IV and the AES-256-GCM ciphertext; `fingerprint` is bound as associated data, so
 *         that one person's box cannot be handed out as another's.
 * Source: NIST SP 800-38D. Random IVs: a key closes a handful of boxes, far from the 2^32 bound.
 */
export async function closeBox(secret: Uint8Array, key: Uint8Array, fingerprint: Fingerprint): Promise<string> {
  const iv = randomBytes(IV_BYTES);
  const params = { name: "AES-GCM", iv, additionalData: fromHex(fingerprint) };
  const sealed = await crypto.subtle.encrypt(params, await importKey(key, "encrypt"), ownBytes(secret));
  return toBase64(concatBytes(iv, new Uint8Array(sealed)));
}

/** Opens what closeBox closed; null if key or fingerprint differ, or the box was altered. */
export async function openBox(box: string, key: Uint8Array, fingerprint: Fingerprint): Promise<Bytes | null> {
  try {
    const bytes = fromBase64(box);
    if (bytes.length < IV_BYTES + TAG_BYTES) return null;
    const params = { name: "AES-GCM", iv: bytes.subarray(0, IV_BYTES), additionalData: fromHex(fingerprint) };
    const opened = await crypto.subtle.decrypt(params, await importKey(key, "decrypt"), bytes.subarray(IV_BYTES));
    return new Uint8Array(opened);
  } catch {
    return null;
  }
}

async function importKey(key: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  if (key.length !== 32) throw new RangeError("The key cannot be used: AES-256 takes 32 bytes.");
  return crypto.subtle.importKey("raw", ownBytes(key), "AES-GCM", false, [use]);
}
