/** Bytes that own a plain ArrayBuffer, which is what WebCrypto takes. */
export type Bytes = Uint8Array<ArrayBuffer>;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** btoa takes a string of arguments to fromCharCode; engines limit how many, so long input goes in slices. */
const SLICE_BYTES = 0x2000;

/** getRandomValues refuses more than this at once (WebCrypto §10.1.1). */
const RANDOM_QUOTA_BYTES = 65536;

/**
 * Text that is not what it claims to be (hex, base64 or UTF-8).
 *
 * Units: the message names the encoding only, never the text.
 */
export class EncodingError extends Error {
  override readonly name = "EncodingError";
  constructor(readonly encoding: "hex" | "base64" | "utf8") {
    super(`The value cannot be decoded: it is not valid ${encoding}.`);
  }
}

/** The same bytes, typed and stored as WebCrypto wants them; copied only when they live in shared memory. */
export function ownBytes(data: Uint8Array): Bytes {
  return data.buffer instanceof ArrayBuffer ? (data as Bytes) : new Uint8Array(data);
}

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = "";
  for (const byte of bytes) hex += HEX[byte];
  return hex;
}

/**
 * Hex (either case, even length) as bytes.
 *
 * Errors: EncodingError.
 */
export function fromHex(hex: string): Bytes {
  if (hex.length % 2 !== 0 || /[^0-9a-fA-F]/.test(hex)) throw new EncodingError("hex");
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

/**
 * Bytes as base64 with padding, on one line.
 *
 * Source: RFC 4648 §4.
 */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += SLICE_BYTES) {
    binary += String.fromCharCode(...bytes.subarray(i, i + SLICE_BYTES));
  }
  return btoa(binary);
}

/**
 * Base64 with padding as bytes. Strict: no line breaks and no spaces.
 *
 * Errors: EncodingError.
 * Source: RFC 4648 §4.
 */
export function fromBase64(text: string): Bytes {
  // atob forgives white space and missing padding, which would let two texts mean the same bytes.
  if (text.length % 4 !== 0 || /\s/.test(text)) throw new EncodingError("base64");
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    throw new EncodingError("base64");
  }
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Text as UTF-8. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/**
 * UTF-8 as text; a byte order mark is kept, so that decoding and encoding again gives the same bytes.
 *
 * Errors: EncodingError instead of replacement characters, because a damaged text must not pass as a whole one.
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(ownBytes(bytes));
  } catch {
    throw new EncodingError("utf8");
  }
}

/** The given byte strings, one after the other. */
export function concatBytes(...chunks: Uint8Array[]): Bytes {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}

/** Cryptographically random bytes, as many as asked for. */
export function randomBytes(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += RANDOM_QUOTA_BYTES) {
    crypto.getRandomValues(bytes.subarray(i, i + RANDOM_QUOTA_BYTES));
  }
  return bytes;
}

/** A fresh id: 128 random bits, 32 lower-case hex characters. */
export function randomId(): string {
  return toHex(randomBytes(16));
}

/**
 * SHA-256 of bytes, or of a text as UTF-8.
 *
 * Shape:  64 lower-case hex characters.
 * Source: FIPS 180-4.
 */
export async function sha256Hex(data: Uint8Array | string): Promise<string> {
  const bytes = typeof data === "string" ? utf8(data) : ownBytes(data);
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}
