import type { Day } from "./ids";
import { readPublicKey } from "./usable-key";

/**
 * The day on which a key comes to an end by its own date.
 *
 * Shape:  the earliest of the primary key's end and that of the longest-lived key to encrypt to; null where neither ends.
 * Units:  the UTC day of the last second in which something can be encrypted to it.
 * Errors: RecipientKeyError "malformed" for a text that is no public key.
 * Source: RFC 9580 §5.2.3.13 (key expiration time).
 */
export async function expiryDay(publicKey: string): Promise<Day | null> {
  const key = await readPublicKey(publicKey);
  const ends = await Promise.all(key.subkeys.map((subkey) => subkey.getExpirationTime().catch(() => null)));
  const times = [await key.getExpirationTime(), latestOf(ends)].map(timeOf);
  const first = Math.min(...times);
  return Number.isFinite(first) ? new Date(first - 1000).toISOString().slice(0, 10) : null;
}

type End = Date | typeof Number.POSITIVE_INFINITY | null;

/** The library gives a date, Infinity for a key without an end, and null for one that it cannot judge: whether that can be used is asked elsewhere. */
function timeOf(end: End): number {
  return end instanceof Date ? end.getTime() : Number.POSITIVE_INFINITY;
}

function latestOf(ends: readonly End[]): End {
  const times = ends.filter((end) => end !== null).map(timeOf);
  const last = Math.max(...times);
  return times.length === 0 || !Number.isFinite(last) ? null : new Date(last);
}
