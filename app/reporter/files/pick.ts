import { randomId } from "~crypto/bytes";
import { cleanJpeg } from "./jpeg";
import type { PickedFile } from "./picked-file";
import { cleanPng } from "./png";

/** Pictures above this are sent as they are: cleaning holds the whole picture in memory. */
const MAX_CLEANED_BYTES = 64 * 1024 * 1024;

/**
 * Takes a file that the reporter picked. Pictures are cleaned by walking their bytes, because drawing them anew is
 * blocked or disturbed in browsers that resist fingerprinting; anything else stays as it is and is marked so.
 *
 * Errors: FileError if the browser cannot read the file.
 */
export async function pickFile(file: File): Promise<PickedFile> {
  const picked: PickedFile = {
    id: randomId(),
    name: file.name,
    type: file.type,
    content: file,
    found: [],
    state: "uncleaned",
  };
  if (!/\.(jpe?g|png)$/i.test(file.name) || file.size > MAX_CLEANED_BYTES) return picked;
  const bytes = new Uint8Array(await readSlice(picked, 0, file.size));
  const cleaned = cleanJpeg(bytes) ?? cleanPng(bytes);
  if (!cleaned) return picked;
  const { found } = cleaned;
  return { ...picked, content: new Blob(cleaned.chunks), found, state: found.length > 0 ? "cleaned" : "clean" };
}

/** A file that was moved, changed or deleted after it was picked. */
export class FileError extends Error {
  override readonly name = "FileError";
  constructor(readonly file: PickedFile) {
    super("A file cannot be read any more.");
  }
}

/** Reads a stretch of a picked file. */
export async function readSlice(file: PickedFile, from: number, to: number): Promise<ArrayBuffer> {
  try {
    return await file.content.slice(from, to).arrayBuffer();
  } catch {
    throw new FileError(file);
  }
}
