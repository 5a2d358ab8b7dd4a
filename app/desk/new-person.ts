import type { DirectoryEntry } from "~crypto/directory";

/** Argon2id's settings as they are stored beside the person; old people keep theirs when the default changes. */
export type Kdf = { name: "argon2id"; memoryKiB: number; passes: number; lanes: number };

/** A person as the server stores them: the private key locked, the passphrase never sent. */
export type NewPerson = {
  id: string;
  name: string;
  publicKey: string;
  fingerprint: string;
  lockedKey: string;
  recoveryKey: string;
  kdf: Kdf;
  salt: string;
  signIn: string;
};

/** What stays on the device after a person was made: the open key, and the words on the recovery sheet. */
export type MadePerson = { person: NewPerson; privateKey: string; lockKey: Uint8Array; words: string[] };

/** What is being made right now; each step takes long enough to be seen. */
export type MakingStep = "officeKey" | "personKey" | "lock" | "recovery" | "certify";

/**
 * Makes a person's key pair on this device, locks it with a passphrase, and makes its recovery copy.
 *
 * Shape:  `displayName` is the user ID on the key, the name that the office certifies; `name` is for signing in.
 * Errors: those of crypto/; nothing has been sent when one comes.
 */
export async function makePerson(
  options: { name: string; displayName: string; passphrase: string; words?: string[] },
  onStep: (step: MakingStep) => Promise<void>,
): Promise<MadePerson> {
  const { generateKeyPair } = await import("~crypto/keys");
  const { randomId } = await import("~crypto/bytes");
  const { drawReceipt } = await import("~crypto/receipt");
  const { deriveStaffSecrets, exportForRecovery, lockPrivateKey, PASSPHRASE_KDF } = await import("~crypto/lock");

  await onStep("personKey");
  const { privateKey, publicKey, fingerprint } = await generateKeyPair({ name: options.displayName, now: new Date() });

  await onStep("lock");
  const salt = randomId();
  const { signIn, lockKey } = await deriveStaffSecrets(options.passphrase, salt, PASSPHRASE_KDF);
  const lockedKey = await lockPrivateKey({ privateKey, lockKey, fingerprint });

  await onStep("recovery");
  const words = options.words ?? drawReceipt();
  const recoveryKey = await exportForRecovery({ privateKey, passphrase: words.join(" ") });

  const kdf: Kdf = { ...PASSPHRASE_KDF };
  const person = {
    id: randomId(),
    name: options.name,
    publicKey,
    fingerprint,
    lockedKey,
    recoveryKey,
    kdf,
    salt,
    signIn,
  };
  return { person, privateKey, lockKey, words };
}

/** The directory entry of a person, signed by the office key, and the person's key with the office's certification. */
export async function certifyPerson(options: {
  person: string;
  name: string;
  publicKey: string;
  fingerprint: string;
  roles: DirectoryEntry["roles"];
  day: string;
  officePrivateKey: string;
}): Promise<{ publicKey: string; entry: string; entrySignature: string }> {
  const { certifyKey } = await import("~crypto/keys");
  const { signDirectoryEntry } = await import("~crypto/directory");
  const { canonicalJson } = await import("~crypto/canonical");
  const { person, name, fingerprint, roles, day, officePrivateKey } = options;
  const publicKey = await certifyKey({ publicKey: options.publicKey, name, officePrivateKey, now: new Date() });
  const entry: DirectoryEntry = { v: 1, person, name, fingerprint, roles, day };
  return { publicKey, entry: canonicalJson(entry), entrySignature: await signDirectoryEntry(entry, officePrivateKey) };
}
