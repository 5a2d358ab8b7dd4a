import { sha256 } from "@noble/hashes/sha2.js";
import { toHex } from "./bytes";
import type { Digest } from "./ids";

/** Where a digest stands: plain data, which can be handed to another thread. */
export type DigestState = object;

/** SHA-256 of bytes that come piece by piece. WebCrypto takes them all at once only, and a file may be larger than memory. */
export type RunningDigest = { add: (bytes: Uint8Array) => void; hex: () => Digest; state: () => DigestState };

/**
 * Starts a digest over pieces, or goes on where another stood.
 *
 * Shape: `hex` closes it; nothing can be added afterwards. `state` is what the library's object holds: it has nothing else.
 */
export function startDigest(state: DigestState = {}): RunningDigest {
  const running = Object.assign(sha256.create(), structuredClone(state));
  return {
    add: (bytes) => void running.update(bytes),
    hex: () => toHex(running.digest()) as Digest,
    state: () => structuredClone({ ...running }),
  };
}
