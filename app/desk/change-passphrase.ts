import { post } from "./office-api";
import type { Me } from "./records";

/**
 * Locks every key of this person under a new passphrase. The server gets the locked keys and the new sign-in secret, both
 * passphrases stay here.
 *
 * Errors: LockError when the old passphrase is another one, also where one of the older keys does not open; Problem.
 */
export async function changePassphrase(me: Me, old: string, chosen: string): Promise<void> {
  const { deriveStaffSecrets, lockPrivateKey, PASSPHRASE_KDF, unlockPrivateKey } = await import("~crypto/lock");
  const { randomId } = await import("~crypto/bytes");
  const before = await deriveStaffSecrets(old, me.salt, me.kdf);
  const salt = randomId();
  const after = await deriveStaffSecrets(chosen, salt, PASSPHRASE_KDF);
  const relock = async ({ fingerprint, lockedKey }: { fingerprint: string; lockedKey: string }) => {
    const privateKey = await unlockPrivateKey({ locked: lockedKey, lockKey: before.lockKey, fingerprint });
    return { fingerprint, lockedKey: await lockPrivateKey({ privateKey, lockKey: after.lockKey, fingerprint }) };
  };
  const { lockedKey } = await relock(me);
  const others = [];
  for (const one of [...(me.oldKeys ?? []), ...(me.nextKey ? [me.nextKey] : [])]) others.push(await relock(one));
  await post("/api/v1/account/passphrase", {
    oldSignIn: before.signIn,
    signIn: after.signIn,
    salt,
    kdf: { ...PASSPHRASE_KDF },
    lockedKey,
    others,
  });
}
