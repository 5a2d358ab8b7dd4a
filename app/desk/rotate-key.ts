import { OfficeKeyMissing } from "./certify";
import { type HeldKey, heldKey } from "./key-store";
import { get, post } from "./office-api";
import type { Desk } from "./records";
import type { RecoveryCopyOfKey } from "./recovery";

/** What a page of keys still sealed to an old key holds. */
type OldWraps = {
  wraps: { id: string; layer: number; sealed: string }[];
  next: string | null;
  left: number | null;
  officeKey: string | null;
};

export type MoveProgress = { done: number; all: number; failed: number };

/**
 * Makes the key that shall follow this person's present one, and has the present one sign it.
 *
 * Shape:  gives the new key's fingerprint and its recovery copy with the twelve words; nothing else remembers them.
 * Errors: LockError when the passphrase is another one; OfficeKeyMissing when the key is locked; Problem.
 */
export async function makeNextKey(
  { me, office, today }: Desk,
  passphrase: string,
  reason: "superseded" | "compromised",
): Promise<RecoveryCopyOfKey & { fingerprint: string }> {
  const held = heldKey(me.person);
  if (!held) throw new OfficeKeyMissing();
  const { deriveStaffSecrets, lockPrivateKey, unlockPrivateKey } = await import("~crypto/lock");
  const { generateKeyPair } = await import("~crypto/keys");
  const { successionText } = await import("~crypto/directory");
  const { signText } = await import("~crypto/signatures");
  const { makeRecoveryCopy } = await import("./recovery");
  const { lockKey } = await deriveStaffSecrets(passphrase, me.salt, me.kdf);
  // A new key under a passphrase that was mistyped would be lost at the next sign-in.
  await unlockPrivateKey({ locked: me.lockedKey, lockKey, fingerprint: me.fingerprint });
  const now = new Date();
  const { privateKey, publicKey, fingerprint } = await generateKeyPair({ name: me.displayName, now });
  const lockedKey = await lockPrivateKey({ privateKey, lockKey, fingerprint });
  const copy = await makeRecoveryCopy(privateKey);
  const day = office.today ?? today;
  const text = successionText({ v: 1, person: me.person, from: me.fingerprint, to: fingerprint, day });
  const signature = await signText(text, held.privateKey, now);
  const recoveryKey = copy.armored;
  const made = { publicKey, fingerprint, lockedKey, recoveryKey, reason, day, signature };
  await post("/api/v1/account/next-key", made);
  return { ...copy, fingerprint };
}

/** How many of this person's case keys are still sealed to a key that they left. */
export async function countOldWraps(): Promise<number> {
  const { left, officeKey } = await get<OldWraps>("/api/v1/account/wraps");
  return (left ?? 0) + (officeKey ? 1 : 0);
}

/**
 * Seals every case key that this person can open to their present key, a page at a time; after a reload it goes on where it was.
 *
 * Shape:  what no key of theirs opens stays where it is and is counted as failed.
 * Errors: Problem, RecipientKeyError.
 */
export async function moveOldWraps(desk: Desk, held: HeldKey, onProgress: (progress: MoveProgress) => void) {
  const { requireRecipientKey } = await import("~crypto/recipients");
  const now = new Date();
  const officePublicKey = desk.office.publicKey;
  const recipient = await requireRecipientKey({ publicKey: desk.me.publicKey, officePublicKey, now });
  const reseal = (sealed: string) => resealWith(held, sealed, recipient, now);
  let page = await get<OldWraps>("/api/v1/account/wraps");
  const progress = { done: 0, all: (page.left ?? 0) + (page.officeKey ? 1 : 0), failed: 0 };
  onProgress({ ...progress });
  for (;;) {
    const wraps: { id: string; sealed: string }[] = [];
    for (const { id, sealed } of page.wraps) {
      const moved = await reseal(sealed);
      if (moved === null) progress.failed++;
      else wraps.push({ id, sealed: moved });
    }
    const officeKey = page.officeKey ? await reseal(page.officeKey) : null;
    if (wraps.length > 0 || officeKey) await post("/api/v1/account/wraps", { wraps, officeKey });
    progress.done += wraps.length + (officeKey ? 1 : 0);
    onProgress({ ...progress });
    if (page.next === null) return;
    page = await get<OldWraps>(`/api/v1/account/wraps?after=${page.next}`);
  }
}

async function resealWith(
  held: HeldKey,
  sealed: string,
  recipient: Awaited<ReturnType<typeof import("~crypto/recipients")["requireRecipientKey"]>>,
  now: Date,
): Promise<string | null> {
  const { resealWrap } = await import("~crypto/wraps");
  for (const { privateKey } of held.oldKeys ?? []) {
    const moved = await resealWrap({ sealed, privateKey, recipient, now }).catch(() => null);
    if (moved) return moved;
  }
  return null;
}
