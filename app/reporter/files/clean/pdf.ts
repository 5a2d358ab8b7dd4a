import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  PDFWriter,
} from "@cantoo/pdf-lib";
import { concatBytes, ownBytes } from "~crypto/bytes";
import type { Finding, FindingKind, Residue } from "../picked-file";
import { readXmp } from "../reveal/xmp";
import { type Cleaned, LockedError, latin, startsWith } from "./cleaned";
import { cleanJpeg } from "./jpeg";
import { readableDate } from "./pdf-date";

/** Entries that say who, when and with what, wherever they stand; and what a program would run when the file is opened. */
const DROPPED: Record<string, FindingKind> = {
  Metadata: "xmp",
  PieceInfo: "other",
  LastModified: "time",
  CreatorInfo: "software",
  Thumb: "thumbnail",
  EmbeddedFiles: "attachments",
  AF: "attachments",
  EF: "attachments",
  FS: "attachments",
  JavaScript: "scripts",
  JS: "scripts",
  AA: "scripts",
  XFA: "other",
  DSS: "author",
  Perms: "other",
};
/** What a remark on a page says about who made it. Its text stays: it is part of the document. */
const OF_REMARK: Record<string, FindingKind> = { T: "author", M: "time", CreationDate: "time", NM: "other" };
const IN_INFO: Record<string, FindingKind> = {
  Author: "author",
  Creator: "software",
  Producer: "software",
  CreationDate: "time",
  ModDate: "time",
};

/**
 * Writes a PDF anew from what its last version shows: properties, XMP, earlier versions, attachments, scripts, previews,
 * the names of those who left remarks, and pictures' own details go. Pages are drawn from the same bytes as before.
 *
 * Errors: LockedError for one with a password; null if it is no whole PDF.
 * Source: ISO 32000-2 §7.5.6 (updates), §12.5.6.2 (remarks), §14.3 (metadata).
 */
export async function cleanPdf(bytes: Uint8Array<ArrayBuffer>): Promise<Cleaned | null> {
  const start = latin(bytes, 0, 1024).indexOf("%PDF-");
  if (start < 0) return null;
  const found: Finding[] = [];
  const stays = new Set<Residue>(["document"]);
  const context = await PDFParser.forBytesWithOptions(bytes.subarray(start))
    .parseDocument()
    .catch(() => null);
  const root = context?.lookup(context.trailerInfo.Root);
  if (!context || !(root instanceof PDFDict)) return null;
  if (context.trailerInfo.Encrypt) throw new LockedError();
  // A form that only one program can draw is empty without its script.
  if (root.get(PDFName.of("NeedsRendering"))) return null;
  readInfo(context, found);
  readVersions(bytes, found);
  // The programs' own marks in the trailer tie copies of a document to each other.
  delete context.trailerInfo.Info;
  delete context.trailerInfo.ID;
  const used = walk(context, root, { found, stays });
  for (const [ref] of context.enumerateIndirectObjects()) if (!used.has(ref)) context.delete(ref);
  const written = await PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
  return { chunks: [ownBytes(written)], found, stays: [...stays] };
}

function readInfo(context: PDFContext, found: Finding[]): void {
  const info = context.lookup(context.trailerInfo.Info);
  if (!(info instanceof PDFDict)) return;
  for (const [key, value] of info.entries()) {
    const name = key.decodeText();
    const text = textOf(context.lookup(value));
    if (name === "Trapped" || !text) continue;
    const kind = IN_INFO[name] ?? "properties";
    note(found, { kind, value: kind === "time" ? readableDate(text) : text });
  }
}

/** Each time a PDF is changed, programs may add to its end and leave all that was there before. */
function readVersions(bytes: Uint8Array, found: Finding[]): void {
  let ends = 0;
  for (let at = bytes.indexOf(0x25); at >= 0; at = bytes.indexOf(0x25, at + 1))
    if (startsWith(bytes, "%%EOF", at)) ends++;
  const isLinearized = latin(bytes, 0, 2048).includes("/Linearized");
  const versions = ends - (isLinearized ? 1 : 0);
  if (versions > 1) note(found, { kind: "history", value: String(versions) });
  const end = latin(bytes, Math.max(0, bytes.length - 4096)).lastIndexOf("%%EOF");
  const behind = end < 0 ? "" : latin(bytes, Math.max(0, bytes.length - 4096)).slice(end + 5);
  if (behind.trim() !== "") note(found, { kind: "trailing" });
}

type Notes = { found: Finding[]; stays: Set<Residue> };

/** Cleans everything that can be reached from the root, and returns what that is: anything else is of an earlier version. */
function walk(context: PDFContext, root: PDFDict, notes: Notes): Set<PDFRef> {
  const used = new Set<PDFRef>();
  const waiting: PDFObject[] = [context.trailerInfo.Root ?? root];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (used.has(next)) continue;
      const target = context.lookup(next);
      if (!target || isApart(target)) continue;
      used.add(next);
      const shrunk = target instanceof PDFRawStream ? cleanPictureIn(target, notes.found) : null;
      if (shrunk) context.assign(next, shrunk);
      waiting.push(shrunk ?? target);
    } else if (next instanceof PDFArray) waiting.push(...next.asArray());
    else if (next instanceof PDFStream) waiting.push(cleanDict(context, next.dict, notes));
    else if (next instanceof PDFDict) {
      cleanDict(context, next, notes);
      waiting.push(...next.values());
    }
  }
  return used;
}

/** XMP and attachments are left out however they are reached: what leads to them then leads nowhere, which is allowed (§7.3.10). */
function isApart(target: PDFObject): boolean {
  const type = target instanceof PDFStream ? target.dict.get(PDFName.of("Type")) : undefined;
  return type === PDFName.of("Metadata") || type === PDFName.of("EmbeddedFile");
}

function cleanDict(context: PDFContext, dict: PDFDict, { found, stays }: Notes): PDFDict {
  const is = (key: string) => textOf(context.lookup(dict.get(PDFName.of(key))));
  const isRemark = dict.has(PDFName.of("Rect")) && is("Subtype") !== "Widget" && !dict.has(PDFName.of("FT"));
  const isSignature = is("FT") === "Sig";
  for (const [key, value] of dict.entries()) {
    const name = key.decodeText();
    const kind = DROPPED[name] ?? (isRemark || name === "M" || name === "NM" ? OF_REMARK[name] : undefined);
    if (kind === undefined) continue;
    if (kind === "xmp") readXmpStream(context, value, found);
    const text = kind === "author" || kind === "time" ? textOf(context.lookup(value)) : undefined;
    note(found, text ? { kind, value: kind === "time" ? readableDate(text) : text } : { kind });
    dict.delete(key);
  }
  if (isRemark && dict.has(PDFName.of("Contents"))) {
    note(found, { kind: "comments" });
    stays.add("commentText");
  }
  if (isSignature && dict.delete(PDFName.of("V"))) {
    note(found, { kind: "author" });
    stays.add("signature");
  }
  const opening = context.lookup(dict.get(PDFName.of("OpenAction")));
  if (opening instanceof PDFDict && opening.has(PDFName.of("JS"))) dict.delete(PDFName.of("OpenAction"));
  if (is("Type") === "OCG") stays.add("hiddenParts");
  return dict;
}

/** A photograph in a PDF is often the whole file of the camera. */
function cleanPictureIn(stream: PDFRawStream, found: Finding[]): PDFRawStream | null {
  const filter = stream.dict.lookup(PDFName.of("Filter"));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== PDFName.of("DCTDecode")) return null;
  const copy = cleanJpeg(ownBytes(stream.getContents()));
  if (!copy || copy.found.length === 0) return null;
  note(found, { kind: "pictures" });
  return PDFRawStream.of(stream.dict, concatBytes(...copy.chunks));
}

function readXmpStream(context: PDFContext, value: PDFObject, found: Finding[]): void {
  const stream = context.lookup(value);
  if (stream instanceof PDFRawStream) for (const one of readXmp(stream.getContents())) note(found, one);
}

function textOf(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString || value instanceof PDFName)
    return value.decodeText();
  return "";
}

function note(found: Finding[], finding: Finding): void {
  if (!found.some(({ kind, value }) => kind === finding.kind && value === finding.value)) found.push(finding);
}
