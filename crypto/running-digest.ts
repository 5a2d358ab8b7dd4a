import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "./bytes";
import type { Digest } from "./ids";

/** SHA-256 of bytes that come piece by piece. WebCrypto takes them all at once only, and a file may be larger than memory. */
export type RunningDigest = { add: (bytes: Uint8Array) => void; hex: () => Digest };

/**
 * Starts a digest over pieces.
 *
 * Shape: `hex` closes it; nothing can be added afterwards.
 */
export function startDigest(): RunningDigest {
  const running = sha256.create();
  return { add: (bytes) => void running.update(bytes), hex: () => toHex(running.digest()) as Digest };
}
