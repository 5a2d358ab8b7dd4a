import { type Bytes, randomBytes } from "./bytes";
import { encryptSessionKey, enums } from "./openpgp";
import type { UsableKey } from "./usable-key";

const BLOCK_BYTES = 16;
/** The packet's version, which says: CFB with a digest at the end. */
const SEIPD_VERSION = 1;
/** Random bytes, the last two of them twice: by these a program sees at once whether it has the right key. */
const PREFIX_BYTES = BLOCK_BYTES + 2;
/** Binary, no file name, no date: as every literal packet that we write. */
const LITERAL_FIELDS = [0x62, 0, 0, 0, 0, 0];
/** The header of the packet that holds the digest; it is digested, too. */
const MDC_HEADER = [0xd3, 0x14];
const SHA1_BYTES = 20;
/** What stands around the bytes of a message takes less than this. */
export const AROUND_BYTES = 1024;
/** So much is encrypted at once: memory of this size a browser has at hand, and for more it asks the system each time. */
const STRETCH_BYTES = 256 * 1024;

/**
 * Encrypts many bytes to one key, and gives the very message that encryptBytes gives. The library copies its input some
 * eight times on the way; here the message is laid out once, in the place where it is encrypted, by the browser's own AES.
 * The session key's packet is the library's.
 *
 * Shape:  one PKESK v3, then one SEIPD v1 of known length, holding one literal packet. It lies in `room`, where there is one.
 * Source: RFC 9580 §5.13.1, §5.9, §4.2.1.
 */
export async function encryptLarge(data: Uint8Array, { key, at }: UsableKey, room?: Bytes): Promise<Bytes> {
  const sessionKey = randomBytes(32);
  const pkesk = (await encryptSessionKey({
    data: sessionKey,
    algorithm: "aes256",
    encryptionKeys: key,
    date: at,
    format: "binary",
  })) as Uint8Array;
  const literal = [...header(enums.packet.literalData, LITERAL_FIELDS.length + data.length), ...LITERAL_FIELDS];
  const length = PREFIX_BYTES + literal.length + data.length + MDC_HEADER.length + SHA1_BYTES;
  const lead = [...pkesk, ...header(enums.packet.symEncryptedIntegrityProtectedData, 1 + length), SEIPD_VERSION];
  // What goes before stands in whole blocks, the last of them zero while the rest is encrypted.
  const start = (Math.ceil(lead.length / BLOCK_BYTES) + 1) * BLOCK_BYTES;
  const all = room?.subarray(0, start + length) ?? new Uint8Array(start + length);
  all.fill(0, start - BLOCK_BYTES, start);
  const plain = all.subarray(start);
  plain.set(randomBytes(BLOCK_BYTES));
  plain.copyWithin(BLOCK_BYTES, BLOCK_BYTES - 2, BLOCK_BYTES);
  plain.set(literal, PREFIX_BYTES);
  plain.set(data, PREFIX_BYTES + literal.length);
  plain.set(MDC_HEADER, length - SHA1_BYTES - MDC_HEADER.length);
  plain.set(new Uint8Array(await crypto.subtle.digest("SHA-1", plain.subarray(0, -SHA1_BYTES))), length - SHA1_BYTES);
  await encryptInPlace(all.subarray(start - BLOCK_BYTES), sessionKey);
  all.set(lead, start - lead.length);
  return all.subarray(start - lead.length);
}

/**
 * CFB by means of CBC, which is all that WebCrypto has: over a zero block and the plain text, block n of CBC is what CFB
 * encrypts block n with.
 *
 * Shape:  a zero block, then the plain text, which becomes the ciphertext.
 * Source: NIST SP 800-38A §6.2, §6.3; the IV is zero (RFC 9580 §5.13.1).
 */
async function encryptInPlace(blockAndText: Bytes, rawKey: Bytes): Promise<void> {
  const key = await crypto.subtle.importKey("raw", rawKey, "AES-CBC", false, ["encrypt"]);
  const text = blockAndText.subarray(BLOCK_BYTES);
  const end = Math.ceil(text.length / BLOCK_BYTES) * BLOCK_BYTES;
  const cbc = (from: number, iv: Bytes) =>
    crypto.subtle.encrypt(
      { name: "AES-CBC", iv },
      key,
      blockAndText.subarray(from, Math.min(from + STRETCH_BYTES, end)),
    );
  let next = cbc(0, new Uint8Array(BLOCK_BYTES));
  for (let at = 0; at < end; at += STRETCH_BYTES) {
    const mask = new Uint8Array(await next).subarray(0, Math.min(STRETCH_BYTES, end - at));
    // The next stretch begins with the last block of this one as it was, and takes its copy before that is overwritten.
    if (at + STRETCH_BYTES < end) next = cbc(at + STRETCH_BYTES, mask.slice(-BLOCK_BYTES));
    xorInto(text.subarray(at), mask);
  }
}

/** Bytes become what they are XOR the others, as far as the others reach. Both begin where a whole word does. */
function xorInto(bytes: Bytes, others: Bytes): void {
  const length = Math.min(bytes.length, others.length);
  const words = length >> 2;
  const some = new Uint32Array(bytes.buffer, bytes.byteOffset, words);
  const mask = new Uint32Array(others.buffer, others.byteOffset, words);
  for (let at = 0; at < words; at++) some[at] = (some[at] as number) ^ (mask[at] as number);
  for (let at = words * 4; at < length; at++) bytes[at] = (bytes[at] as number) ^ (others[at] as number);
}

/** A packet's header in the new format, with the shortest length. */
function header(tag: number, length: number): number[] {
  const first = 0xc0 | tag;
  if (length < 192) return [first, length];
  if (length < 8384) return [first, ((length - 192) >> 8) + 192, (length - 192) & 0xff];
  return [first, 0xff, (length >>> 24) & 0xff, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff];
}
