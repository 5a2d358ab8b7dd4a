import { ArmorError, readArmor, writeArmor } from "./armor";
import { concatBytes, fromUtf8, utf8 } from "./bytes";

/** What the armor of a sealed report says that it holds; it is no OpenPGP message, it holds several. */
const LABEL = "OMBRA SEALED REPORT";

/** Octets that say how long a stretch is (big-endian). */
const LENGTH_OCTETS = 4;

/** A text that is no file of a sealed report ("notArmored"), or one that was damaged or holds something besides ("malformed"). */
export class ReportFileError extends Error {
  override readonly name = "ReportFileError";
  constructor(readonly fault: "notArmored" | "malformed") {
    super(`The text cannot be read as a sealed report: ${fault}.`);
  }
}

/** The request that a browser would have sent, as JSON text, and the sealed parts that it names, in that order. */
export type ReportFile = { request: string; parts: Uint8Array[] };

/** Tells by its first line whether a text says that it is a sealed report. */
export function isReportFile(unsafeText: string): boolean {
  return unsafeText.trimStart().startsWith(`-----BEGIN ${LABEL}-----`);
}

/**
 * Puts a sealed report into one text that can be kept, carried and handed in later.
 *
 * Shape:  armor without headers around stretches, each with its length before it: the request in UTF-8, then every part.
 *         Nothing here is plain: the request is the one that a browser sends, and the parts are OpenPGP messages.
 */
export function writeReportFile({ request, parts }: ReportFile): string {
  return writeArmor(concatBytes(...[utf8(request), ...parts].flatMap((bytes) => [lengthOf(bytes), bytes])), LABEL);
}

/**
 * Takes a sealed report out of its text again, as it was put in.
 *
 * Shape:  what the request says is not looked at here.
 * Errors: ReportFileError; text around the armor and headers in it are refused, because nothing else may come along.
 */
export function readReportFile(unsafeText: string): ReportFile {
  if (unsafeText.includes(":")) throw new ReportFileError(isReportFile(unsafeText) ? "malformed" : "notArmored");
  try {
    const [request, ...parts] = stretchesOf(readArmor(unsafeText, LABEL));
    if (!request) throw new ReportFileError("malformed");
    return { request: fromUtf8(request), parts };
  } catch (error) {
    throw new ReportFileError(error instanceof ArmorError ? error.fault : "malformed");
  }
}

function stretchesOf(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + LENGTH_OCTETS > bytes.length) throw new ReportFileError("malformed");
    const start = at + LENGTH_OCTETS;
    const end = start + view.getUint32(at);
    if (end > bytes.length) throw new ReportFileError("malformed");
    found.push(bytes.subarray(start, end));
    at = end;
  }
  return found;
}

function lengthOf(bytes: Uint8Array): Uint8Array {
  const octets = new Uint8Array(LENGTH_OCTETS);
  new DataView(octets.buffer).setUint32(0, bytes.length);
  return octets;
}
