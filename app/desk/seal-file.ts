import type { FileManifest } from "~crypto/parts";
import { putBytes } from "./office-api";

/** A part of a file as the act names it. */
export type NamedPart = { id: string; digest: string };
export type SendPart = (caseId: string, part: NamedPart, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** A file that cannot be sealed: it cannot be read any more, or nobody takes its parts. */
export class OfficeFileError extends Error {
  override readonly name = "OfficeFileError";
  constructor(readonly fault: "unreadable" | "nowhere") {
    super(`The file cannot be added: ${fault}.`);
  }
}

/**
 * Seals a file that an officer adds, part by part with one part in memory, and hands each part on. The server keeps them
 * until the act names them.
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
  const { PART_BYTES, sealPart } = await import("~crypto/parts");
  const { randomId } = await import("~crypto/bytes");
  if (!sendPart) throw new OfficeFileError("nowhere");
  const manifest: FileManifest = { name: file.name.trim() || "file", type: file.type, bytes: file.size, parts: [] };
  for (let at = 0; at < file.size || manifest.parts.length === 0; at += PART_BYTES) {
    const plain = await readSlice(file, at, Math.min(at + PART_BYTES, file.size));
    const { bytes, digest } = await sealPart(plain, compartmentPublicKey, new Date());
    const id = randomId();
    await sendPart(caseId, { id, digest }, bytes);
    manifest.parts.push({ id, bytes: plain.length, sha256: digest });
  }
  return { manifest, parts: manifest.parts.map(({ id, sha256: digest }) => ({ id, digest })) };
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

/** Puts a sealed part on the office's server. Errors: Problem. */
export const putSealedPart: SendPart = (caseId, { id, digest }, bytes) =>
  putBytes(`/api/v1/uploads/${caseId}/${id}?sha256=${digest}`, bytes);
