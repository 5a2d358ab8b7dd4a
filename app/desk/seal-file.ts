import type { FileManifest } from "~crypto/parts";
import { putBytes } from "./office-api";

/** A part of a file as the act names it. */
export type NamedPart = { id: string; digest: string };
/** Hands a sealed part on; its bytes are gone with the next part. */
export type SendPart = (caseId: string, part: NamedPart, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** A file that cannot be sealed: it cannot be read any more, or nobody takes its parts. */
export class OfficeFileError extends Error {
  override readonly name = "OfficeFileError";
  constructor(readonly fault: "unreadable" | "nowhere") {
    super(`The file cannot be added: ${fault}.`);
  }
}

/** What of a file is on the office's server, and under which key: the next try goes on from there. */
type Begun = { caseId: string; key: string; parts: FileManifest["parts"] };
const begun = new WeakMap<File, Begun>();

/**
 * Seals a file that an officer adds, part by part with one part in memory, and hands each part on. The server keeps them
 * until the act names them; what a try before this one has sent is not sent again.
 *
 * Shape:  the manifest to be sealed as an item, and the names and digests of its parts.
 * Errors: OfficeFileError, those of crypto/parts.ts, and those of `sendPart`.
 */
export async function sealFile(
  file: File,
  caseId: string,
  compartmentPublicKey: string,
  sendPart: SendPart | undefined,
): Promise<{ manifest: FileManifest; parts: NamedPart[] }> {
  const { PART_BYTES, openSealer } = await import("~crypto/parts");
  const { randomId } = await import("~crypto/bytes");
  if (!sendPart) throw new OfficeFileError("nowhere");
  const seal = await openSealer(compartmentPublicKey, new Date());
  const parts = goOn(file, caseId, compartmentPublicKey);
  for (let at = lengthOf(parts); at < file.size || parts.length === 0; at += PART_BYTES) {
    const plain = await readSlice(file, at, Math.min(at + PART_BYTES, file.size));
    const { bytes, digest } = await seal(plain);
    const id = randomId();
    await sendPart(caseId, { id, digest }, bytes);
    parts.push({ id, bytes: plain.length, sha256: digest });
  }
  const manifest = { name: file.name.trim() || "file", type: file.type, bytes: file.size, parts: [...parts] };
  return { manifest, parts: parts.map(({ id, sha256: digest }) => ({ id, digest })) };
}

/** How many bytes of these files are on the office's server. */
export function sentBytes(files: readonly File[]): number {
  return files.reduce((sum, file) => sum + lengthOf(begun.get(file)?.parts ?? []), 0);
}

/** Has these files sent from their beginning the next time: an act has named them, or their parts are gone. */
export function forgetSent(files: readonly File[]): void {
  for (const file of files) begun.delete(file);
}

function goOn(file: File, caseId: string, key: string): Begun["parts"] {
  const earlier = begun.get(file);
  const isSame = earlier?.caseId === caseId && earlier.key === key;
  const now = isSame ? earlier : { caseId, key, parts: [] };
  begun.set(file, now);
  return now.parts;
}

function lengthOf(parts: Begun["parts"]): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** A file that changed while it was read is not the one that was chosen. */
async function readSlice(file: File, from: number, to: number): Promise<Uint8Array> {
  const plain = await file
    .slice(from, to)
    .arrayBuffer()
    .catch(() => null);
  if (plain?.byteLength !== to - from) throw new OfficeFileError("unreadable");
  return new Uint8Array(plain);
}

/** Somebody stopped the sending of files. */
export class StoppedError extends Error {
  override readonly name = "StoppedError";
}

/** Puts a sealed part on the office's server. Errors: Problem; what the signal was raised with. */
export async function putSealedPart(
  caseId: string,
  { id, digest }: NamedPart,
  bytes: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await putBytes(`/api/v1/uploads/${caseId}/${id}?sha256=${digest}`, bytes, signal);
}
