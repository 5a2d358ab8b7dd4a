import type { Fingerprint } from "./ids";
import {
  MIN_RSA_BITS,
  type PartialConfig,
  type PublicKey,
  readKey,
  SETTINGS_IN_FORCE,
  type SignaturePacket,
} from "./openpgp";

export type RecipientKeyFault = "uncertified" | "expired" | "revoked" | "weak" | "malformed";

/**
 * A public key that must not be encrypted to.
 *
 * Shape: `fingerprint` is empty where the key cannot even be read; `holder` is the key's own user ID,
 *        for the page that names the bad key to the reader. It stays out of the message.
 */
export class RecipientKeyError extends Error {
  override readonly name = "RecipientKeyError";
  constructor(
    readonly fingerprint: Fingerprint,
    readonly fault: RecipientKeyFault,
    readonly holder: string = "",
  ) {
    super(`Recipient key ${fingerprint} cannot be used: it is ${fault}.`);
  }
}

/** A key that can be encrypted to, and the date at which the library shall judge it. */
export type UsableKey = { key: PublicKey; at: Date };

/**
 * Reads a public key and refuses it unless a message can safely be encrypted to it now.
 *
 * Units:  `at` is the later of `now` and the key's own dates: a reporter whose clock is behind can still encrypt, and
 *         because it is never earlier than `now`, a key that has expired stays refused.
 * Errors: RecipientKeyError.
 */
export async function requireUsableKey(
  armored: string,
  now: Date,
  { minRsaBits = MIN_RSA_BITS, config = {} }: { minRsaBits?: number; config?: PartialConfig } = {},
): Promise<UsableKey> {
  const key = await readPublicKey(armored, config);
  const at = laterOf(now, key);
  const fault = await findFault(key, at, minRsaBits).catch(() => "malformed" as const);
  if (fault) throw new RecipientKeyError(key.getFingerprint(), fault, holderOf(key));
  return { key, at };
}

/**
 * Reads one armored public key. A private key is refused, because handing one over here is a mistake to stop.
 *
 * Errors: RecipientKeyError with fault "malformed".
 */
export async function readPublicKey(armored: string, config: PartialConfig = {}): Promise<PublicKey> {
  const key = await readKey({ armoredKey: armored, config }).catch(() => null);
  if (!key || key.isPrivate()) throw new RecipientKeyError("", "malformed");
  return key;
}

/** The latest of the given date and every date that the key's holder put on the key. */
export function laterOf(date: Date, key: PublicKey, extra: SignaturePacket[] = []): Date {
  const signatures = [
    ...key.users.flatMap((user) => user.selfCertifications),
    ...key.subkeys.flatMap((subkey) => subkey.bindingSignatures),
    ...extra,
  ];
  const dates = [key.getCreationTime(), ...key.subkeys.map((subkey) => subkey.getCreationTime())];
  for (const { created } of signatures) if (created) dates.push(created);
  return new Date(Math.max(date.getTime(), ...dates.map((each) => each.getTime())));
}

/** The first user ID of a key, or "". For display only: it is a claim of the key's holder. */
export function holderOf(key: PublicKey): string {
  return key.getUserIDs()[0] ?? "";
}

async function findFault(key: PublicKey, at: Date, minRsaBits: number): Promise<RecipientKeyFault | null> {
  if (await key.isRevoked(undefined, undefined, at)) return "revoked";
  if (isWeak(key.getAlgorithmInfo(), minRsaBits)) return "weak";
  try {
    await key.verifyPrimaryKey(at);
  } catch {
    return (await hasExpired(key, at)) ? "expired" : "malformed";
  }
  const config = { ...SETTINGS_IN_FORCE, minRSABits: minRsaBits };
  const subkey = await key.getEncryptionKey(undefined, at, undefined, config).catch(() => null);
  return subkey ? null : explainSubkeys(key, at, minRsaBits);
}

/** Why no subkey can be encrypted to; the library only says that none can. */
async function explainSubkeys(key: PublicKey, at: Date, minRsaBits: number): Promise<RecipientKeyFault> {
  for (const subkey of key.subkeys) {
    if (isWeak(subkey.getAlgorithmInfo(), minRsaBits)) return "weak";
    if (subkey.revocationSignatures.length > 0) return "revoked";
    const expires = await subkey.getExpirationTime(at).catch(() => null);
    if (expires instanceof Date && expires <= at) return "expired";
  }
  return "malformed";
}

async function hasExpired(key: PublicKey, at: Date): Promise<boolean> {
  const expires = await key.getExpirationTime();
  return expires instanceof Date && expires <= at;
}

function isWeak({ algorithm, bits, curve }: ReturnType<PublicKey["getAlgorithmInfo"]>, minRsaBits: number): boolean {
  if (algorithm.startsWith("rsa")) return (bits ?? 0) < minRsaBits;
  return algorithm === "elgamal" || algorithm === "dsa" || curve === "secp256k1";
}
