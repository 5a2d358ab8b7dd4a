import type { FindingKind } from "../picked-file";
import { type Cleaned, kindsFound, latin } from "./cleaned";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks that change how the picture looks; everything else goes. */
const NEEDED = "IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD cICP acTL fcTL fdAT".split(" ");

/**
 * Takes out of a PNG what says where, when and with what it was made, without touching the picture.
 *
 * Shape:  the byte ranges to keep, in order, and the kinds of details that were found; null if it is no whole PNG.
 * Source: PNG (W3C, third edition) §5, §11.
 */
export function cleanPng(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const chunks = [bytes.subarray(0, SIGNATURE.length)];
  const found = new Set<FindingKind>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = latin(bytes, at + 4, at + 8);
    if (NEEDED.includes(type)) chunks.push(bytes.subarray(at, end));
    else found.add(nameOf(type, latin(bytes, at + 8, at + 30)));
    at = end;
    if (type !== "IEND") continue;
    if (at < bytes.length) found.add("trailing");
    return { chunks, found: kindsFound(found), stays: ["picture"] };
  }
  return null;
}

function nameOf(type: string, label: string): FindingKind {
  if (type === "eXIf" || label.startsWith("Raw profile type exif")) return "exif";
  if (type === "tIME") return "time";
  if (label.startsWith("XML:com.adobe.xmp")) return "xmp";
  return /^(tEXt|zTXt|iTXt)$/.test(type) ? "comment" : "other";
}
