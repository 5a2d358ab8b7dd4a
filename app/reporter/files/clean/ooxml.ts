import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { ownBytes } from "~crypto/bytes";
import type { Finding, Residue } from "../picked-file";
import { type Cleaned, LockedError, latin, startsWith } from "./cleaned";
import { cleanPart, isDropped, type PartFindings } from "./ooxml-parts";
import { readProperties } from "./ooxml-properties";
import { cleanPicture } from "./picture";
import { rewriteXml } from "./xml";

/** Unpacked, all parts together: a small file can claim to hold a very large one. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MAX_PARTS = 10_000;
/** A document inside a document inside a document; deeper, it is left as it is and named. */
const MAX_DEPTH = 3;
/** The earliest day that a ZIP can say. */
const NO_DAY = new Date(1980, 0, 1);

/** An Office file that unpacks to more than a browser should hold. */
export class UnpackedError extends Error {
  override readonly name = "UnpackedError";
  constructor() {
    super("The document unpacks to more than can be cleaned.");
  }
}

/**
 * Takes properties, names, times, paths, edit ids and previews out of a Word, Excel or PowerPoint file of today's form.
 * What was written, commented, deleted or calculated stays: that is the document.
 *
 * Errors: LockedError for one with a password; UnpackedError; null if it is no whole file of this kind.
 * Source: ISO/IEC 29500-1 and -2; MS-DOCX, MS-XLSX, MS-PPTX for what Office adds.
 */
export function cleanOoxml(bytes: Uint8Array<ArrayBuffer>, depth = 1): Cleaned | null {
  if (startsWith(bytes, "\xd0\xcf\x11\xe0") && isEncrypted(bytes)) throw new LockedError();
  if (!startsWith(bytes, "PK\x03\x04")) return null;
  const parts = unpack(bytes);
  const names = Object.keys(parts ?? {});
  if (!parts || !names.includes("[Content_Types].xml")) return null;
  const dropped = names.filter(isDropped);
  const notes: PartFindings = { found: readProperties(parts), stays: new Set(["document"]), authors: new Set() };
  const kept: Record<string, [Uint8Array, { mtime: Date }]> = {};
  for (const name of names) {
    const part = parts[name] ?? new Uint8Array();
    if (dropped.includes(name)) continue;
    const clean = cleanOne(name, ownBytes(part), dropped, notes, depth);
    if (!clean) return null;
    kept[name] = [clean, { mtime: NO_DAY }];
  }
  // Names stand in comments again, written out in their text; all of them are known only now.
  for (const [name, entry] of Object.entries(kept)) {
    if (/comment/i.test(name) && name.endsWith(".xml")) entry[0] = strToU8(withoutNames(strFromU8(entry[0]), notes));
  }
  if (dropped.some((name) => /^_xmlsignatures\//.test(name))) notes.stays.add("signature");
  return { chunks: [ownBytes(zipSync(kept))], found: notes.found, stays: [...notes.stays] };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let [size, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        size += originalSize;
        count += 1;
        if (size > MAX_UNPACKED_BYTES || count > MAX_PARTS) throw new UnpackedError();
        return !name.endsWith("/");
      },
    });
  } catch (error) {
    if (error instanceof UnpackedError) throw error;
    return null;
  }
}

function cleanOne(
  name: string,
  part: Uint8Array<ArrayBuffer>,
  dropped: readonly string[],
  notes: PartFindings,
  depth: number,
): Uint8Array | null {
  if (/\.(xml|rels|vml)$/i.test(name)) {
    if (part[0] === 0xff || part[0] === 0xfe) return null; // UTF-16, which no Office writes.
    return strToU8(cleanPart(name, strFromU8(part), dropped, notes));
  }
  if (/\.(jpe?g|png|gif|webp)$/i.test(name)) return cleanInside(cleanPicture(part), part, notes, "picture");
  if (/\.(docx|xlsx|pptx)$/i.test(name) && depth < MAX_DEPTH)
    return cleanInside(cleanOoxml(part, depth + 1), part, notes, "embedded");
  if (/vbaProject/i.test(name)) notes.stays.add("macros");
  else if (!/\.(ttf|odttf|fntdata)$/i.test(name)) notes.stays.add("embedded");
  return part;
}

function cleanInside(copy: Cleaned | null, part: Uint8Array, notes: PartFindings, stays: Residue): Uint8Array {
  notes.stays.add(stays);
  if (!copy) {
    notes.stays.add("embedded");
    return part;
  }
  if (stays === "embedded") notes.found.push(...copy.found);
  else if (copy.found.length > 0) note(notes.found, { kind: "pictures" });
  const whole = new Uint8Array(copy.chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of copy.chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function withoutNames(xml: string, { authors }: PartFindings): string {
  const names = [...authors].filter((name) => name.length > 2).sort((a, b) => b.length - a.length);
  return rewriteXml(xml, { text: (_, text) => names.reduce((said, name) => said.replaceAll(name, "Author"), text) });
}

/** Notes a detail once. */
export function note(found: Finding[], finding: Finding): void {
  if (!found.some(({ kind, value }) => kind === finding.kind && value === finding.value)) found.push(finding);
}

/** Office keeps a locked document in an old container with one stream of this name (MS-OFFCRYPTO §2.3.4). */
function isEncrypted(bytes: Uint8Array): boolean {
  return latin(bytes, 0, Math.min(bytes.length, 65_536)).includes("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e");
}
