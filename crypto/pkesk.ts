import type { Packet } from "./packet-walk";

/** The readable start of a public-key encrypted session key packet. */
export type Pkesk = { version: number; keyId: Uint8Array };

const RSA = 1;
const RSA_ENCRYPT_ONLY = 2;
const ECDH = 18;
const X25519 = 25;

/**
 * Reads a PKESK packet and checks that its body is an encrypted session key and nothing more: a packet with room to
 * spare could carry plain text past the server.
 *
 * Shape:  null if it is not well-formed. Versions other than 3 are reported without a look at the rest.
 * Source: RFC 9580 §5.1.1, §5.1.3 (RSA), §5.1.5 (ECDH), §5.1.6 (X25519).
 */
export function readPkesk({ body, isPartial }: Packet): Pkesk | null {
  const version = body[0];
  // Only data packets may leave their length open (RFC 9580 §4.2.1.4).
  if (version === undefined || isPartial) return null;
  if (version !== 3) return { version, keyId: new Uint8Array() };
  const algorithm = body[9];
  if (algorithm === undefined || !isSessionKey(algorithm, body.subarray(10))) return null;
  return { version, keyId: body.subarray(1, 9) };
}

function isSessionKey(algorithm: number, fields: Uint8Array): boolean {
  if (algorithm === RSA || algorithm === RSA_ENCRYPT_ONLY) return mpiOctets(fields) === fields.length;
  if (algorithm === ECDH) {
    const point = mpiOctets(fields);
    return point > 2 && endsWithCounted(fields.subarray(point));
  }
  return algorithm === X25519 && fields.length > 32 && endsWithCounted(fields.subarray(32));
}

/** The octets that a multiprecision integer takes, its length field included (RFC 9580 §3.2). */
function mpiOctets(fields: Uint8Array): number {
  const bits = ((fields[0] ?? 0) << 8) | (fields[1] ?? 0);
  return 2 + Math.ceil(bits / 8);
}

/** One octet that counts the rest exactly; 64 are more than any wrapped session key needs. */
function endsWithCounted(fields: Uint8Array): boolean {
  return fields.length > 1 && fields.length <= 65 && fields[0] === fields.length - 1;
}
