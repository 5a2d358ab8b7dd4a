import { type Bytes, concatBytes, ownBytes, randomBytes, sha256Hex } from "./bytes";
import type { Digest, PartId } from "./ids";
import { requirePrivateKey } from "./keys";
import { AROUND_BYTES, encryptLarge } from "./large-message";
import { decryptMessage, literalBytes, parseBinary } from "./messages";
import { PADDING_FLOOR_BYTES, paddedLength } from "./padding";
import { startDigest } from "./running-digest";
import { requireUsableKey, type UsableKey } from "./usable-key";

/** Files are cut into parts of this many plain bytes: small enough to resume over a slow circuit. */
export const PART_BYTES = 4 * 1024 * 1024;

/** The smallest part into which a file is cut: at 13 kB/s it takes the twenty seconds that a bad line holds. */
export const LEAST_PART_BYTES = 256 * 1024;

/** What OpenPGP adds to a part: the session key's packet, headers, the check at the end. */
const SEAL_BYTES = 512;

/**
 * So many bytes a file takes at most once it is sealed, whatever the size of its parts: what is counted against a limit
 * before anything is sent. An empty file has no parts.
 */
export function sealedLength(bytes: number): number {
  if (bytes === 0) return 0;
  const rest = bytes % PART_BYTES;
  const padded = bytes - rest + paddedLength(rest) + PADDING_FLOOR_BYTES;
  return padded + Math.ceil(padded / LEAST_PART_BYTES) * SEAL_BYTES;
}

/**
 * What a manifest item says about one file. It is sealed; the server sees none of it.
 *
 * Units: `bytes` are true plain lengths, of the file and of each part; `sha256` is of the part's ciphertext as stored.
 */
export type FileManifest = {
  name: string;
  type: string;
  bytes: number;
  parts: { id: PartId; bytes: number; sha256: Digest }[];
  /** Of the plain bytes of the whole file; "" where the sender gave none. */
  sha256?: Digest;
  cleaning?: Cleaning | null;
};

/**
 * What the sender's program says that it did with a file: made a clean copy, kept it as it was by choice, could not clean
 * it, or sends the original of a clean copy.
 *
 * Shape: `found` are kinds of details, never what they said; `original` is SHA-256 of the file as it was before, or "".
 */
export type Cleaning = {
  state: "cleaned" | "kept" | "uncleaned" | "original";
  found: string[];
  original: Digest;
  apart: boolean;
};

export type PartFault = "tooLarge" | "cannotDecrypt" | "altered" | "wrongLength" | "otherFile";

/** A part that cannot be sealed, or is not the one that the manifest names. */
export class PartError extends Error {
  override readonly name = "PartError";
  constructor(
    readonly fault: PartFault,
    readonly part: PartId | undefined = undefined,
  ) {
    super(`The part cannot be used: ${fault}.`);
  }
}

type SealedBytes = { bytes: Bytes; digest: Digest };

/**
 * Seals one part of a file.
 *
 * Shape:  binary OpenPGP message to the compartment; `digest` is SHA-256 of exactly these bytes.
 * Units:  padded with random bytes to 16 KiB, above it by Padmé (PART_BYTES stays as it is); the true length is in the
 *         manifest only.
 * Errors: PartError "tooLarge" above PART_BYTES; RecipientKeyError.
 */
export async function sealPart(plain: Uint8Array, compartmentPublicKey: string, now: Date): Promise<SealedBytes> {
  return seal(plain, await requireUsableKey(compartmentPublicKey, now));
}

/**
 * As sealPart, for many parts one after the other: all of them are sealed in the same place.
 *
 * Shape:  what one call gives is gone with the next.
 * Errors: RecipientKeyError; each call as sealPart.
 */
export async function openSealer(
  compartmentPublicKey: string,
  now: Date,
): Promise<(plain: Uint8Array) => Promise<SealedBytes>> {
  const compartment = await requireUsableKey(compartmentPublicKey, now);
  const room = new Uint8Array(PART_BYTES + AROUND_BYTES);
  return (plain) => seal(plain, compartment, room);
}

async function seal(plain: Uint8Array, compartment: UsableKey, room?: Bytes): Promise<SealedBytes> {
  if (plain.length > PART_BYTES) throw new PartError("tooLarge");
  const padding = paddedLength(plain.length) - plain.length;
  const data = padding === 0 ? plain : concatBytes(plain, randomBytes(padding));
  const bytes = await encryptLarge(data, compartment, room);
  return { bytes, digest: await sha256Hex(bytes) };
}

/**
 * Opens one part.
 *
 * Shape:  the plain bytes WITH their padding; cut them to the length in the manifest, as assembleFile does.
 * Errors: PartError "cannotDecrypt"; PrivateKeyError.
 */
export async function openPart(bytes: Uint8Array, compartmentPrivateKey: string): Promise<Bytes> {
  const key = await requirePrivateKey(compartmentPrivateKey);
  const message = await parseBinary(bytes);
  const opened = message && (await decryptMessage(message, key));
  const data = opened && literalBytes(opened);
  if (!data) throw new PartError("cannotDecrypt");
  return ownBytes(data);
}

/**
 * Puts a file together from its parts, one part in memory at a time.
 *
 * Shape:  `fetchPart` gives the stored ciphertext of a part; the file comes out as a Blob, which browsers may keep on
 *         disk. Its type is always application/octet-stream: what the reporter's browser claimed is not to be acted on.
 * Errors: PartError naming the part: "altered" if a digest differs, "wrongLength" if lengths do not add up; "otherFile".
 *         Nothing of the file comes out then.
 */
export async function assembleFile(
  manifest: FileManifest,
  fetchPart: (id: PartId) => Promise<Uint8Array>,
  compartmentPrivateKey: string,
): Promise<Blob> {
  const chunks: Blob[] = [];
  for await (const chunk of openFile(manifest, fetchPart, compartmentPrivateKey)) chunks.push(new Blob([chunk]));
  return new Blob(chunks, { type: "application/octet-stream" });
}

/**
 * Opens a file part by part, each checked against the manifest before it comes out, and the whole at the end.
 *
 * Shape:  plain bytes, one part in memory at a time. Whoever writes them away takes them back when this throws.
 * Errors: PartError as assembleFile; "otherFile" after the last part when the whole is not the file that was sealed.
 */
export async function* openFile(
  manifest: FileManifest,
  fetchPart: (id: PartId) => Promise<Uint8Array>,
  compartmentPrivateKey: string,
): AsyncGenerator<Bytes> {
  const digest = manifest.sha256 ? startDigest() : null;
  let length = 0;
  for (const part of manifest.parts) {
    const sealed = await fetchPart(part.id);
    if ((await sha256Hex(sealed)) !== part.sha256) throw new PartError("altered", part.id);
    const padded = await openPart(sealed, compartmentPrivateKey);
    if (padded.length !== paddedLength(part.bytes)) throw new PartError("wrongLength", part.id);
    const plain = padded.subarray(0, part.bytes);
    digest?.add(plain);
    length += plain.length;
    yield plain;
  }
  if (length !== manifest.bytes) throw new PartError("wrongLength");
  if (digest && digest.hex() !== manifest.sha256) throw new PartError("otherFile");
}
