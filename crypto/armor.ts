import { concatBytes, EncodingError, fromBase64, toBase64 } from "./bytes";

/** What armor says that it holds. */
const MESSAGE = "PGP MESSAGE";
const LINE_CHARS = 64;

/** Armor headers are short; what comes later than this is not one. */
const MAX_HEADER_CHARS = 2000;

/** An armored text that is none ("notArmored") or that was damaged on its way ("malformed"). */
export class ArmorError extends Error {
  override readonly name = "ArmorError";
  constructor(readonly fault: "notArmored" | "malformed") {
    super(`The text cannot be read as an OpenPGP message: ${fault}.`);
  }
}

/**
 * The bytes of one armored message, and nothing beside it.
 *
 * Shape:  takes armor whose line breaks became spaces or were lost, as web forms and chat programs do. Text before or
 *         after the message is refused: it would be plain words in a place where none may be.
 * Errors: ArmorError. A wrong checksum counts, although RFC 9580 lets readers ignore it: nobody but the recipients
 *         could find the damage later, and the reporter would have to send again.
 * Source: RFC 9580 §6.
 */
export function readArmor(unsafeText: string, label = MESSAGE): Uint8Array {
  const text = unsafeText.trim();
  const [begin, end] = linesAround(label);
  if (!text.startsWith(begin) || !text.endsWith(end)) throw new ArmorError("notArmored");
  const inside = text.slice(begin.length, -end.length);
  if (inside.includes("-----")) throw new ArmorError("notArmored");
  return readBody(dropHeaders(inside).replace(/\s+/g, ""));
}

/**
 * Armors a message in the one form that we store.
 *
 * Shape:  no headers, lines of 64 characters, checksum (gpg before 2.4 warns without one).
 */
export function writeArmor(bytes: Uint8Array, label = MESSAGE): string {
  const [begin, end] = linesAround(label);
  const text = toBase64(bytes);
  const lines: string[] = [];
  for (let i = 0; i < text.length; i += LINE_CHARS) lines.push(text.slice(i, i + LINE_CHARS));
  return [begin, "", ...lines, `=${writeChecksum(bytes)}`, end, ""].join("\n");
}

function linesAround(label: string): [string, string] {
  return [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
}

function readBody(body: string): Uint8Array {
  const dataEnd = body.includes("=") ? body.indexOf("=") : body.length;
  const padding = "=".repeat((4 - (dataEnd % 4)) % 4);
  const tail = body.slice(dataEnd);
  const checksum = tail.slice(padding.length);
  if (dataEnd === 0 || !tail.startsWith(padding) || !/^(=[A-Za-z0-9+/]{4})?$/.test(checksum)) {
    throw new ArmorError("malformed");
  }
  const bytes = decode(body.slice(0, dataEnd) + padding);
  if (checksum !== "" && checksum.slice(1) !== writeChecksum(bytes)) throw new ArmorError("malformed");
  return bytes;
}

function decode(text: string): Uint8Array {
  try {
    return fromBase64(text);
  } catch (error) {
    if (error instanceof EncodingError) throw new ArmorError("malformed");
    throw error;
  }
}

function dropHeaders(inside: string): string {
  const colon = inside.lastIndexOf(":", MAX_HEADER_CHARS);
  if (colon < 0) return inside;
  const lineEnd = inside.indexOf("\n", colon);
  // A header line of its own ends with its line; in flattened armor only the message can show where it begins.
  return lineEnd >= 0 ? inside.slice(lineEnd) : inside.slice(findMessageStart(inside, colon));
}

/** Where a flattened header's value ends: at the first place that decodes to the start of a PKESK version 3 packet. */
function findMessageStart(inside: string, colon: number): number {
  for (let i = colon + 1; i < Math.min(inside.length, MAX_HEADER_CHARS); i++) {
    if ((inside[i] === "h" || inside[i] === "w") && isMessageStart(inside.slice(i, i + 8))) return i;
  }
  throw new ArmorError("malformed");
}

function isMessageStart(text: string): boolean {
  if (!/^[A-Za-z0-9+/]{8}$/.test(text)) return false;
  const [header, second, third, fourth] = fromBase64(text);
  if (header === 0x84 || header === 0xc1)
    return third === 3 || (header === 0xc1 && fourth === 3 && (second ?? 0) >= 192);
  return header === 0x85 && fourth === 3;
}

function writeChecksum(bytes: Uint8Array): string {
  const crc = crc24(bytes);
  return toBase64(concatBytes(Uint8Array.of(crc >> 16, (crc >> 8) & 0xff, crc & 0xff)));
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 16;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x800000 ? (crc << 1) ^ 0x1864cfb : crc << 1;
  return crc & 0xffffff;
});

/** Source: RFC 9580 §6.1.1. */
function crc24(bytes: Uint8Array): number {
  let crc = 0xb704ce;
  for (const byte of bytes) crc = ((crc << 8) ^ (CRC_TABLE[((crc >> 16) ^ byte) & 0xff] ?? 0)) & 0xffffff;
  return crc;
}
