import { fromHex, ownBytes, sha256Hex } from "./bytes";
import { canonicalJson } from "./canonical";
import type { Day, Digest, Fingerprint, PersonId, Role } from "./ids";
import { SignatureError, signText, verifyText } from "./signatures";

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

/** Why the office's word for a line of the directory ends. */
export const ENDING_REASONS = ["left", "compromised", "superseded", "rolesChanged"] as const;
export type EndingReason = (typeof ENDING_REASONS)[number];

/**
 * The office's statement that a line of its directory counts no longer.
 *
 * Shape: `line` is the SHA-256 of the line's canonical JSON, so that a statement ends one line and no other.
 * Units: what the person signed up to and on `day` stays valid; nothing that bears a later day does.
 */
export type Ending = {
  v: 1;
  line: Digest;
  person: PersonId;
  fingerprint: Fingerprint;
  reason: EndingReason;
  day: Day;
};

/**
 * Signs the end of a directory line with the office key.
 *
 * Shape:  armored detached signature over the statement's canonical JSON.
 * Units:  dated with the statement's day.
 */
export async function signEnding(ending: Ending, officePrivateKey: string): Promise<string> {
  return signText(canonicalJson({ ...ending }), officePrivateKey, new Date(`${ending.day}T00:00:00Z`));
}

/**
 * Checks that the office signed exactly this ending, and that it is about this line.
 *
 * Shape:  `entry` is the line's canonical JSON as the office signed it, `ending` the statement's.
 * Errors: SignatureError; also where the statement is not in its one form or is about another line.
 */
export async function verifyEnding(options: {
  entry: string;
  ending: string;
  signature: string;
  officePublicKey: string;
}): Promise<Ending> {
  const { entry, ending: text, signature, officePublicKey } = options;
  const ending = readEnding(text);
  if (!ending || ending.line !== (await sha256Hex(entry))) throw new SignatureError("malformed");
  await verifyText({ text, signature, publicKey: officePublicKey });
  return ending;
}

function readEnding(text: string): Ending | null {
  try {
    const found = JSON.parse(text) as Ending;
    const isKnown = found.v === 1 && ENDING_REASONS.includes(found.reason) && /^\d{4}-\d\d-\d\d$/.test(found.day);
    return isKnown && canonicalJson({ ...found }) === text ? found : null;
  } catch {
    return null;
  }
}

/**
 * A person's own statement that another key follows theirs, signed with the key that they leave.
 *
 * Shape: `from` and `to` are fingerprints.
 */
export type Succession = { v: 1; person: PersonId; from: Fingerprint; to: Fingerprint; day: Day };

/** The text of a succession that is signed. */
export function successionText(succession: Succession): string {
  return canonicalJson({ ...succession });
}

function directoryText(entry: DirectoryEntry): string {
  return canonicalJson({ ...entry, roles: [...entry.roles] });
}
