import { fromHex, ownBytes } from "./bytes";
import { canonicalJson } from "./canonical";
import type { Day, Fingerprint, PersonId, Role } from "./ids";
import { signText, verifyText } from "./signatures";

/** One line of the office's directory: which key and which roles a person has from this day on. */
export type DirectoryEntry = {
  v: 1;
  person: PersonId;
  name: string;
  fingerprint: Fingerprint;
  roles: Role[];
  day: Day;
};

/**
 * Signs a directory entry with the office key.
 *
 * Shape:  armored detached signature over the entry's canonical JSON.
 * Units:  dated with the entry's day, so that signing needs no clock.
 */
export async function signDirectoryEntry(entry: DirectoryEntry, officePrivateKey: string): Promise<string> {
  return signText(directoryText(entry), officePrivateKey, new Date(`${entry.day}T00:00:00Z`));
}

/**
 * Checks that the office signed exactly this entry.
 *
 * Errors: SignatureError.
 */
export async function verifyDirectoryEntry(
  entry: DirectoryEntry,
  signature: string,
  officePublicKey: string,
  now?: Date,
): Promise<void> {
  await verifyText({ text: directoryText(entry), signature, publicKey: officePublicKey, now });
}

/**
 * A fingerprint in a form that two people can compare over the telephone.
 *
 * Shape:  "1234 5678 9012 3456": 53 bits of SHA-256 over the fingerprint bytes. Enough to notice a swapped key while
 *         talking; not enough to pin a key by, because 2^53 keys can be tried.
 */
export async function shortCode(fingerprint: Fingerprint): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", ownBytes(fromHex(fingerprint)));
  const digits = String(new DataView(digest).getBigUint64(0) % 10n ** 16n).padStart(16, "0");
  return digits.replace(/\d{4}(?=\d)/g, "$& ");
}

function directoryText(entry: DirectoryEntry): string {
  return canonicalJson({ ...entry, roles: [...entry.roles] });
}
