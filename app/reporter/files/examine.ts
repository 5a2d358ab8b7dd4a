import { sha256Hex } from "~crypto/bytes";
import { type Cleaned, LockedError, startsWith } from "./clean/cleaned";
import { cleanPicture } from "./clean/picture";
import type { Copy, Finding } from "./picked-file";
import { readSlice } from "./read-slice";

/** Files above this are sent as they are: cleaning holds a whole file in memory. */
export const MAX_CLEANED_BYTES = 64 * 1024 * 1024;

type Examined = { copy: Copy; sha256: string };

/**
 * Looks into a file for what it would reveal, and makes a clean copy where that is possible. What a file is, its bytes
 * say and not its name. Nothing is drawn anew: that is blocked or disturbed in browsers that resist fingerprinting.
 *
 * Errors: FileError if the browser cannot read the file.
 */
export async function examine(file: File): Promise<Examined> {
  const plain = (state: "kind" | "tooLarge" | "broken" | "locked", found: Finding[] = []): Examined => ({
    copy: { state, found },
    sha256: "",
  });
  const head = await readSlice(file, file, 0, 1024);
  const kind = kindOf(head);
  if (kind === null && !isReadable(file.name)) return plain("kind");
  if (file.size > MAX_CLEANED_BYTES) return plain("tooLarge");
  const bytes = await readSlice(file, file, 0, file.size);
  const told = kind === "picture" || kind === null ? await tell(bytes) : [];
  if (kind === null) return plain("kind", told);
  const cleaned = await clean(kind, bytes).catch((error: unknown) => faultOf(error));
  if (typeof cleaned === "string") return plain(cleaned, told);
  if (!cleaned) return plain("broken", told);
  const found = merge(told, cleaned.found);
  const content = new Blob(cleaned.chunks);
  return { copy: { state: "clean", content, found, stays: cleaned.stays }, sha256: await sha256Hex(bytes) };
}

type Kind = "picture" | "pdf" | "office";

function kindOf(head: Uint8Array): Kind | null {
  if (startsWith(head, "\xff\xd8\xff") || startsWith(head, "\x89PNG") || startsWith(head, "GIF8")) return "picture";
  if (startsWith(head, "RIFF") && startsWith(head, "WEBP", 8)) return "picture";
  if (new TextDecoder("latin1").decode(head).includes("%PDF-")) return "pdf";
  if (
    startsWith(head, "PK\x03\x04") &&
    new TextDecoder("latin1").decode(head).match(/\[Content_Types\]|_rels\/|docProps\/|word\/|xl\/|ppt\//)
  )
    return "office";
  return startsWith(head, "\xd0\xcf\x11\xe0") ? "office" : null;
}

/** Photographs of kinds that cannot be cleaned, but that can say what they hold. */
function isReadable(name: string): boolean {
  return /\.(heic|heif|avif|tiff?|dng|jxl)$/i.test(name);
}

/** What reads and cleans documents comes only when somebody picks one. */
async function clean(kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<Cleaned | null> {
  if (kind === "picture") return cleanPicture(bytes);
  if (kind === "pdf") return (await import("./clean/pdf")).cleanPdf(bytes);
  return (await import("./clean/ooxml")).cleanOoxml(bytes);
}

async function tell(bytes: Uint8Array<ArrayBuffer>): Promise<Finding[]> {
  return (await import("./reveal/picture")).readPicture(bytes);
}

function faultOf(error: unknown): "broken" | "locked" | "tooLarge" {
  if (error instanceof LockedError) return "locked";
  return (error as Error).name === "UnpackedError" ? "tooLarge" : "broken";
}

/** What was read in words stands for the block that it stood in. */
function merge(told: readonly Finding[], found: readonly Finding[]): Finding[] {
  const known = new Set(told.map(({ kind }) => kind));
  const isSaid = ({ kind }: Finding) =>
    known.has(kind) || ((kind === "exif" || kind === "xmp" || kind === "iptc") && told.length > 0);
  return [...told, ...found.filter((one) => !isSaid(one))];
}
