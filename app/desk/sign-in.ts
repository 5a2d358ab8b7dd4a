import { type HeldKey, holdKey, offerLockKey } from "./key-store";
import type { Kdf, MadePerson } from "./new-person";
import { get, post } from "./office-api";
import type { Me } from "./records";

/**
 * Signs in: one Argon2id on this device gives the sign-in secret, and the key that opens the private key afterwards.
 *
 * Errors: Problem: 401 without saying what was wrong, 429 with the seconds to wait.
 */
export async function signIn(name: string, passphrase: string): Promise<void> {
  const { deriveStaffSecrets } = await import("~crypto/lock");
  const { salt, kdf } = await get<{ salt: string; kdf: Kdf }>(`/api/v1/sign-in?name=${encodeURIComponent(name)}`);
  const { signIn: secret, lockKey } = await deriveStaffSecrets(passphrase, salt, kdf);
  await post("/api/v1/sign-in", { name, signIn: secret });
  offerLockKey(lockKey);
}

/** Signs in a person who was made on this device a moment ago; their key is open already. */
export async function signInMade({ person, privateKey }: MadePerson): Promise<void> {
  await post("/api/v1/sign-in", { name: person.name, signIn: person.signIn });
  holdKey({ person: person.id, fingerprint: person.fingerprint, privateKey });
}

/**
 * Opens this person's private key with a passphrase and keeps it in page memory.
 *
 * Errors: LockError when the passphrase is another one.
 */
export async function unlock(me: Me, passphrase: string): Promise<void> {
  const { deriveStaffSecrets } = await import("~crypto/lock");
  const { lockKey } = await deriveStaffSecrets(passphrase, me.salt, me.kdf);
  await unlockWith(me, lockKey);
}

/**
 * Opens this person's private key with the lock key itself.
 *
 * Errors: LockError.
 */
export async function unlockWith(me: Me, lockKey: Uint8Array): Promise<void> {
  const { unlockPrivateKey } = await import("~crypto/lock");
  const privateKey = await unlockPrivateKey({ locked: me.lockedKey, lockKey, fingerprint: me.fingerprint });
  const oldKeys: NonNullable<HeldKey["oldKeys"]> = [];
  for (const { fingerprint, lockedKey } of me.oldKeys ?? []) {
    // One that does not open keeps closed what was sealed to it, and nothing else.
    const old = await unlockPrivateKey({ locked: lockedKey, lockKey, fingerprint }).catch(() => null);
    if (old) oldKeys.unshift({ fingerprint, privateKey: old });
  }
  holdKey({ person: me.person, fingerprint: me.fingerprint, privateKey, oldKeys });
}
