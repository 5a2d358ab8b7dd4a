import { argon2id } from "hash-wasm";
import { type Bytes, fromHex, fromUtf8, ownBytes, toHex, utf8 } from "./bytes";
import type { Fingerprint } from "./ids";
import { requirePrivateKey } from "./keys";
import { encryptKey } from "./openpgp";
import { closeBox, openBox } from "./secret-box";

export type PassphraseKdf = { name: "argon2id"; memoryKiB: number; passes: number; lanes: number };

/** The second recommended option of RFC 9106 §4: 64 MiB, three passes, four lanes. */
export const PASSPHRASE_KDF: PassphraseKdf = { name: "argon2id", memoryKiB: 65536, passes: 3, lanes: 4 };

/** The parameters come from the server with the salt: one that asks for gigabytes must not freeze the desk. */
const MAX_KDF: PassphraseKdf = { name: "argon2id", memoryKiB: 1024 * 1024, passes: 16, lanes: 16 };

export type LockFault = "cannotUnlock" | "wrongKey" | "unsafeKdf";

/** A locked key that does not open, or the parameters of a lock that must not be used. */
export class LockError extends Error {
  override readonly name = "LockError";
  constructor(readonly fault: LockFault) {
    super(`The key cannot be unlocked: ${fault}.`);
  }
}

/**
 * The two secrets of a staff passphrase: one signs in, one locks the private key. Neither tells the other.
 *
 * Shape:  `signIn` is 64 hex characters, sent to the server; `lockKey` is 32 bytes and never leaves the browser.
 * Units:  one Argon2id derivation, about 0.3 s. The passphrase is taken in Unicode NFC, so that it does not depend on
 *         the keyboard. `saltHex`: at least 16 bytes.
 * Errors: LockError "unsafeKdf" for parameters below PASSPHRASE_KDF (a server could otherwise ask for a sign-in secret
 *         that is cheap to guess from) or far above.
 * Source: RFC 9106 (Argon2id), RFC 5869 (HKDF), RFC 8265 §4.2 (NFC).
 */
export async function deriveStaffSecrets(
  passphrase: string,
  saltHex: string,
  kdf: PassphraseKdf = PASSPHRASE_KDF,
): Promise<{ signIn: string; lockKey: Bytes }> {
  const salt = fromHex(saltHex);
  if (!isSafe(kdf) || salt.length < 16) throw new LockError("unsafeKdf");
  const stretched = await argon2id({
    password: passphrase.normalize("NFC"),
    salt,
    memorySize: kdf.memoryKiB,
    iterations: kdf.passes,
    parallelism: kdf.lanes,
    hashLength: 32,
    outputType: "binary",
  });
  const secret = await crypto.subtle.importKey("raw", ownBytes(stretched), "HKDF", false, ["deriveBits"]);
  const derive = async (label: string) => {
    const params = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: utf8(`ombra/v1/staff/${label}`) };
    return new Uint8Array(await crypto.subtle.deriveBits(params, secret, 256));
  };
  const [signIn, lockKey] = await Promise.all([derive("sign-in"), derive("lock")]);
  return { signIn: toHex(signIn), lockKey };
}

/**
 * Locks a private key for storage on the server.
 *
 * Shape:  base64 of IV and AES-256-GCM over the whole serialized key. OpenPGP's own locking leaves the public half
 *         open to change, which can leak the secret half (KOpenPGP); this leaves nothing open.
 * Errors: LockError "wrongKey" if the key does not have this fingerprint; PrivateKeyError.
 */
export async function lockPrivateKey(options: {
  privateKey: string;
  lockKey: Uint8Array;
  fingerprint: Fingerprint;
}): Promise<string> {
  await requireFingerprint(options.privateKey, options.fingerprint);
  return closeBox(utf8(options.privateKey), options.lockKey, options.fingerprint);
}

/**
 * Opens a locked private key.
 *
 * Shape:  the armored private key out.
 * Errors: LockError: "cannotUnlock" (wrong passphrase or altered), "wrongKey" (another key than expected).
 */
export async function unlockPrivateKey(options: {
  locked: string;
  lockKey: Uint8Array;
  fingerprint: Fingerprint;
}): Promise<string> {
  const opened = await openBox(options.locked, options.lockKey, options.fingerprint);
  if (!opened) throw new LockError("cannotUnlock");
  const privateKey = fromUtf8(opened);
  await requireFingerprint(privateKey, options.fingerprint);
  return privateKey;
}

/**
 * A copy of a private key for the safe, that works without this software.
 *
 * Shape:  armored private key under the passphrase (iterated and salted S2K); `gpg --import` takes it.
 * Errors: PrivateKeyError.
 * Source: RFC 9580 §3.7.1.3, §5.5.3.
 */
export async function exportForRecovery(options: { privateKey: string; passphrase: string }): Promise<string> {
  const privateKey = await requirePrivateKey(options.privateKey);
  return (await encryptKey({ privateKey, passphrase: options.passphrase })).armor();
}

function isSafe(kdf: PassphraseKdf): boolean {
  const within = (value: number, least: number, most: number) =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  return (
    kdf.name === "argon2id" &&
    within(kdf.memoryKiB, PASSPHRASE_KDF.memoryKiB, MAX_KDF.memoryKiB) &&
    within(kdf.passes, PASSPHRASE_KDF.passes, MAX_KDF.passes) &&
    within(kdf.lanes, 1, MAX_KDF.lanes)
  );
}

async function requireFingerprint(privateKey: string, fingerprint: Fingerprint): Promise<void> {
  const key = await requirePrivateKey(privateKey);
  if (key.getFingerprint() !== fingerprint) throw new LockError("wrongKey");
}
