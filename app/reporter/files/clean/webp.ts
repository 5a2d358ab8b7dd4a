import { concatBytes } from "~crypto/bytes";
import type { FindingKind } from "../picked-file";
import { type Cleaned, kindsFound, latin, startsWith } from "./cleaned";
import { orientationOnly } from "./orientation";

/** Chunks that the picture, its colours and its animation need; everything else goes. */
const NEEDED = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04];

/**
 * Takes Exif, XMP and unknown chunks out of a WebP, without touching the picture.
 *
 * Shape:  the chunks to keep, in order, behind a header with the new length; null if it is no whole WebP.
 * Source: RFC 9649 §2.
 */
export function cleanWebp(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  if (!startsWith(bytes, "RIFF") || !startsWith(bytes, "WEBP", 8)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const stop = 8 + view.getUint32(4, true);
  if (stop > bytes.length) return null;
  const kept: Uint8Array<ArrayBuffer>[] = [];
  const found = new Set<FindingKind>();
  let turn: Uint8Array<ArrayBuffer> | null = null;
  let at = 12;
  while (at + 8 <= stop) {
    const type = latin(bytes, at, at + 4);
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > stop) return null;
    if (NEEDED.includes(type)) kept.push(bytes.slice(at, Math.min(end, stop)));
    else found.add(type === "EXIF" ? "exif" : type === "XMP " ? "xmp" : "other");
    if (type === "EXIF") turn = turnChunk(bytes.subarray(at + 8, at + 8 + length));
    at = end;
  }
  if (!kept.some((chunk) => /^VP8[ L]|^ANMF/.test(latin(chunk, 0, 4)))) return null;
  if (stop < bytes.length) found.add("trailing");
  const extended = kept.find((chunk) => startsWith(chunk, "VP8X"));
  if (extended) extended[8] = ((extended[8] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (turn ? HAS_EXIF : 0);
  const body = extended && turn ? [...kept, turn] : kept;
  return { chunks: [header(body), ...body], found: kindsFound(found), stays: ["picture"] };
}

function header(body: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = concatBytes(new TextEncoder().encode("RIFF\0\0\0\0WEBP"));
  new DataView(head.buffer).setUint32(4, 4 + body.reduce((sum, { length }) => sum + length, 0), true);
  return head;
}

function turnChunk(data: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const tiff = orientationOnly(startsWith(data, "Exif\0\0") ? data.subarray(6) : data);
  if (!tiff) return null;
  const chunk = concatBytes(new TextEncoder().encode("EXIF\0\0\0\0"), tiff);
  new DataView(chunk.buffer).setUint32(4, tiff.length, true);
  return chunk;
}
