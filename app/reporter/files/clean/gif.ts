import type { FindingKind } from "../picked-file";
import { type Cleaned, kindsFound, latin } from "./cleaned";

const [IMAGE, EXTENSION, TRAILER] = [0x2c, 0x21, 0x3b];
const [GRAPHIC_CONTROL, PLAIN_TEXT, COMMENT, APPLICATION] = [0xf9, 0x01, 0xfe, 0xff];
/** How often an animation repeats: the only application blocks that a picture needs. */
const LOOPS = ["NETSCAPE2.0", "ANIMEXTS1.0"];

/**
 * Takes comments, XMP and whatever programs left out of a GIF, without touching its pictures.
 *
 * Shape:  the byte ranges to keep, in order, and the kinds of details that were found; null if it is no whole GIF.
 * Source: GIF89a §17–27.
 */
export function cleanGif(bytes: Uint8Array<ArrayBuffer>): Cleaned | null {
  if (!/^GIF8[79]a$/.test(latin(bytes, 0, 6)) || bytes.length < 14) return null;
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const chunks = [bytes.subarray(0, at)];
  const found = new Set<FindingKind>();
  while (at < bytes.length) {
    const [mark, label] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    if (mark === TRAILER) {
      chunks.push(bytes.subarray(at, at + 1));
      if (at + 1 < bytes.length) found.add("trailing");
      return { chunks, found: kindsFound(found), stays: ["picture"] };
    }
    if (mark !== IMAGE && mark !== EXTENSION) return null;
    // A picture has ten bytes of its own, its colours, and one byte for the code size before its data.
    const data = mark === IMAGE ? at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1 : at + 2;
    const end = endOfBlocks(bytes, data);
    if (end === null) return null;
    const dropped = mark === EXTENSION ? nameOf(label, latin(bytes, at + 3, at + 14)) : null;
    if (dropped) found.add(dropped);
    else chunks.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function tableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Data runs in blocks of at most 255 bytes, up to an empty one. */
function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}

function nameOf(label: number, application: string): FindingKind | null {
  if (label === COMMENT) return "comment";
  if (label === GRAPHIC_CONTROL || label === PLAIN_TEXT) return null;
  if (label !== APPLICATION) return "other";
  if (LOOPS.includes(application)) return null;
  return application.startsWith("XMP Data") ? "xmp" : "other";
}
