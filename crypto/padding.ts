import { randomBytes, toBase64 } from "./bytes";

/** Every shorter message is filled up to this, so that all of them leave at the same length. */
export const PADDING_FLOOR_BYTES = 16384;

/**
 * The length that Padmé gives a text: at most 12 % more, and far fewer different lengths.
 *
 * Units:  bytes.
 * Source: Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", PETS 2019,
 *         Algorithm 1.
 */
export function padmeLength(bytes: number): number {
  if (bytes < 2) return bytes;
  const exponent = Math.floor(Math.log2(bytes));
  const significant = Math.floor(Math.log2(exponent)) + 1;
  // Not with bit operators: they would cut lengths above 2 GiB down to 32 bits.
  const block = 2 ** Math.max(0, exponent - significant);
  return Math.ceil(bytes / block) * block;
}

/** The length that anything sealed is padded to before encryption: the floor, above it Padmé. */
export function paddedLength(bytes: number): number {
  return Math.max(PADDING_FLOOR_BYTES, padmeLength(bytes));
}

/**
 * Random text for the `pad` field of a payload.
 *
 * Shape:  exactly `length` characters of the base64url alphabet: one byte each in UTF-8, none escaped in JSON, and
 *         random, so that a compressing hop cannot take the padding out again.
 */
export function randomPad(length: number): string {
  const text = toBase64(randomBytes(Math.ceil((length * 3) / 4)));
  return text.slice(0, length).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "A");
}
