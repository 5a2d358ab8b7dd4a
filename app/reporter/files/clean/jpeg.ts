import { concatBytes } from "~crypto/bytes";
import type { FindingKind } from "../picked-file";
import { type Cleaned, kindsFound, latin } from "./cleaned";
import { orientationOnly } from "./orientation";

const [SOI, EOI, SOS, COM, APP1] = [0xd8, 0xd9, 0xda, 0xfe, 0xe1];
const EXIF_LABEL = "Exif\0\0";

/**
 * Takes out of a JPEG what says where, when and with what it was made, without touching the picture.
 *
 * Shape:  the byte ranges to keep, in order, and the kinds of details that were found; null if it is no whole JPEG.
 *         Only what is needed to show the picture is kept, and how it is to be turned: unknown segments go.
 * Source: ITU-T T.81 Annex B; JFIF 1.02; ICC.1 Annex B.4.
 */
export function cleanJpeg(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const chunks = [bytes.subarray(0, 2)];
  const found = new Set<FindingKind>();
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // A marker may be preceded by any number of fill bytes (B.1.1.2).
      continue;
    }
    if (marker === EOI) {
      chunks.push(bytes.subarray(at, at + 2));
      if (at + 2 < bytes.length) found.add("trailing");
      return { chunks, found: kindsFound(found), stays: ["picture"] };
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    const data = bytes.subarray(at + 4, end);
    const dropped = nameOfDetail(marker, data);
    if (dropped) found.add(dropped);
    else chunks.push(bytes.subarray(at, end));
    if (dropped === "exif") chunks.push(...turnOnly(data));
    at = end;
    if (marker === SOS) {
      const scan = endOfScan(bytes, at);
      chunks.push(bytes.subarray(at, scan));
      at = scan;
    }
  }
  return null;
}

/** What a segment gives away; null for segments that the picture needs. */
function nameOfDetail(marker: number, data: Uint8Array): FindingKind | null {
  if (marker === COM) return "comment";
  if (marker < 0xe0 || marker > 0xef) return null;
  const label = latin(data, 0, 28);
  // JFIF without a thumbnail, colour profile and Adobe's colour transform change how the picture looks.
  if (marker === 0xe0 && label.startsWith("JFIF\0") && data[12] === 0 && data[13] === 0) return null;
  if (marker === 0xe2 && label.startsWith("ICC_PROFILE")) return null;
  if (marker === 0xee && label.startsWith("Adobe")) return null;
  if (label.startsWith(EXIF_LABEL)) return isTurnOnly(data) ? null : "exif";
  if (label.startsWith("http://ns.adobe.com/")) return "xmp";
  if (label.startsWith("Photoshop 3.0")) return "iptc";
  return marker === 0xe0 ? "thumbnail" : "other";
}

function turnOnly(data: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const tiff = orientationOnly(data.subarray(EXIF_LABEL.length));
  if (!tiff) return [];
  const length = 2 + EXIF_LABEL.length + tiff.length;
  const label = new TextEncoder().encode(EXIF_LABEL);
  return [concatBytes(new Uint8Array([0xff, APP1, length >> 8, length & 0xff]), label, tiff)];
}

function isTurnOnly(data: Uint8Array): boolean {
  const tiff = data.subarray(EXIF_LABEL.length);
  return latin(orientationOnly(tiff) ?? new Uint8Array()) === latin(tiff) && tiff.length > 0;
}

/** Picture data runs to the next marker that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
