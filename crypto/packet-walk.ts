/** One packet as its header says: the tag, and where the body lies. */
export type Packet = {
  tag: number;
  /** The body's first stretch; the whole body unless its length is written in stretches. */
  body: Uint8Array;
  /** The body's whole length in bytes, over all its stretches. */
  length: number;
  /** The header does not say the whole length: partial or indeterminate. */
  isPartial: boolean;
};

/** Bytes that are no sequence of packets, or end before a packet does. */
export class PacketSyntaxError extends Error {
  override readonly name = "PacketSyntaxError";
  constructor() {
    super("The bytes cannot be read as OpenPGP packets.");
  }
}

type Stretch = { start: number; length: number; isPartial: boolean };

/**
 * Walks over packets by their headers alone, one at a time, without decrypting or copying anything.
 *
 * Errors: PacketSyntaxError.
 * Source: RFC 9580 §4.2.
 */
export function* walkPackets(bytes: Uint8Array): Generator<Packet> {
  let offset = 0;
  while (offset < bytes.length) {
    const header = byteAt(bytes, offset);
    if ((header & 0x80) === 0) throw new PacketSyntaxError();
    const isNewFormat = (header & 0x40) !== 0;
    const tag = isNewFormat ? header & 0x3f : (header >> 2) & 0x0f;
    let stretch = isNewFormat ? newLength(bytes, offset + 1) : oldLength(bytes, offset + 1, header & 0x03);
    const isPartial = stretch.isPartial || (!isNewFormat && (header & 0x03) === 3);
    const body = requireStretch(bytes, stretch);
    let { length } = stretch;
    while (stretch.isPartial) {
      stretch = newLength(bytes, stretch.start + stretch.length);
      requireStretch(bytes, stretch);
      length += stretch.length;
    }
    offset = stretch.start + stretch.length;
    yield { tag, body, length, isPartial };
  }
}

function newLength(bytes: Uint8Array, at: number): Stretch {
  const first = byteAt(bytes, at);
  if (first < 192) return { start: at + 1, length: first, isPartial: false };
  if (first < 224) {
    return { start: at + 2, length: ((first - 192) << 8) + byteAt(bytes, at + 1) + 192, isPartial: false };
  }
  if (first < 255) return { start: at + 1, length: 2 ** (first & 0x1f), isPartial: true };
  return { start: at + 5, length: bigEndian(bytes, at + 1, 4), isPartial: false };
}

function oldLength(bytes: Uint8Array, at: number, type: number): Stretch {
  // Type 3 means "until the end"; gpg writes compressed packets so. No packet that we accept may have it.
  if (type === 3) return { start: at, length: bytes.length - at, isPartial: false };
  const octets = 2 ** type;
  return { start: at + octets, length: bigEndian(bytes, at, octets), isPartial: false };
}

function requireStretch(bytes: Uint8Array, { start, length }: Stretch): Uint8Array {
  if (start + length > bytes.length) throw new PacketSyntaxError();
  return bytes.subarray(start, start + length);
}

function bigEndian(bytes: Uint8Array, at: number, octets: number): number {
  let value = 0;
  for (let i = 0; i < octets; i++) value = value * 256 + byteAt(bytes, at + i);
  return value;
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new PacketSyntaxError();
  return byte;
}
