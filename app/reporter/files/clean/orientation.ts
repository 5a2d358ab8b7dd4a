/** The tag that says how a picture is to be turned (Exif 2.32 §4.6.4, tag 274). */
const ORIENTATION = 0x0112;
const ENTRY_BYTES = 12;

/**
 * An Exif block that says nothing but how to turn the picture: without it, a picture taken upright would lie on its side.
 *
 * Shape:  TIFF bytes in (without "Exif\0\0"), TIFF bytes out; null where the picture is not turned, or the block is broken.
 * Source: TIFF 6.0 §2; Exif 2.32 §4.6.4.
 */
export function orientationOnly(tiff: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const turn = readOrientation(tiff);
  if (turn === null || turn < 2 || turn > 8) return null;
  const block = new Uint8Array(8 + 2 + ENTRY_BYTES + 4);
  const view = new DataView(block.buffer);
  block.set([0x4d, 0x4d, 0, 42], 0);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, 3);
  view.setUint32(14, 1);
  view.setUint16(18, turn);
  return block;
}

function readOrientation(tiff: Uint8Array): number | null {
  if (tiff.length < 14) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return null;
  const isLittle = mark === 0x4949;
  const at = view.getUint32(4, isLittle);
  if (at + 2 > tiff.length) return null;
  const entries = view.getUint16(at, isLittle);
  for (let index = 0; index < entries; index++) {
    const entry = at + 2 + index * ENTRY_BYTES;
    if (entry + ENTRY_BYTES > tiff.length) return null;
    if (view.getUint16(entry, isLittle) === ORIENTATION) return view.getUint16(entry + 8, isLittle);
  }
  return null;
}
