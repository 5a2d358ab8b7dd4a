import type { PickedFile } from "./picked-file";

/** A file that was moved or deleted after it was picked ("gone"), or that says something else by now ("changed"). */
export class FileError extends Error {
  override readonly name = "FileError";
  constructor(
    readonly file: Pick<PickedFile, "name">,
    readonly fault: "gone" | "changed" = "gone",
  ) {
    super(`A file cannot be read any more (${fault}).`);
  }
}

/**
 * Reads a stretch of a picked file.
 *
 * Errors: FileError if the browser cannot read it, or gives fewer bytes than the file had when it was picked.
 */
export async function readSlice(
  file: Pick<PickedFile, "name">,
  content: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const end = Math.min(to, content.size);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await content.slice(from, end).arrayBuffer());
  } catch {
    throw new FileError(file, "gone");
  }
  if (bytes.length !== end - from) throw new FileError(file, "changed");
  return bytes;
}
