import { randomBytes } from "node:crypto";

/** Crockford's base 32: no letter that a hand or an ear takes for another. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A random reference such as "4BN-8SG-2T": 40 bits, so it says nothing about order and hardly ever meets another. */
export function newReference(): string {
  const text = encode(randomBytes(5));
  return `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;
}

/** Bytes as base-32 text; five bytes give eight characters. */
export function encode(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = Math.ceil((bytes.length * 8) / 5);
  let text = "";
  for (let index = 0; index < length; index++) {
    text = ALPHABET[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return text;
}
