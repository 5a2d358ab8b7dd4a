import type { Fingerprint } from "./ids";
import {
  type Config,
  enums,
  generateKey,
  KEY_KIND,
  type PrivateKey,
  type PublicKey,
  readPrivateKey,
  SETTINGS_IN_FORCE,
  SignaturePacket,
} from "./openpgp";
import { laterOf, readPublicKey } from "./usable-key";

/** Keys and certifications look this old, so that a clock up to two days behind does not find them in the future. */
export const BACKDATE_MS = 2 * 24 * 60 * 60 * 1000;

export type KeyPair = { privateKey: string; publicKey: string; fingerprint: Fingerprint };

/**
 * A private key that cannot be read or is not what it should be.
 *
 * Units: the message never says which key, because a fingerprint can tell whose it is.
 */
export class PrivateKeyError extends Error {
  override readonly name = "PrivateKeyError";
  constructor(readonly fault: "malformed" | "locked") {
    super(`The private key cannot be used: it is ${fault}.`);
  }
}

/** A key that the office must not certify, because it bears another name than the one to vouch for. */
export class CertificationError extends Error {
  override readonly name = "CertificationError";
  constructor() {
    super("The key cannot be certified: it bears another name.");
  }
}

/**
 * Makes an OpenPGP key pair for a person, an office or a compartment.
 *
 * Shape:  armored v4 keys, Ed25519 to sign and certify, Curve25519 to encrypt; the private key is NOT locked
 *         (lock.ts does that). An empty name makes an empty user ID.
 * Units:  creation is back-dated by BACKDATE_MS from `now`, to the start of that UTC day: a reporter's browser makes
 *         keys too, and the second of their making would be the time of the report.
 * Source: RFC 9580 §5.5, §12; security facts measured with gpg 2.2 and 2.4.
 */
export async function generateKeyPair({ name, now }: { name: string; now: Date }): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKey({
    ...KEY_KIND,
    userIDs: [{ name }],
    date: backdated(now),
    format: "object",
  });
  return { privateKey: privateKey.armor(), publicKey: publicKey.armor(), fingerprint: publicKey.getFingerprint() };
}

/**
 * Certifies a staff key with the office key, so that reporters' browsers accept it.
 *
 * Shape:  armored public key in; the same key with the office's certification out.
 * Units:  the certification is back-dated like the keys, but never to before either key existed.
 * Errors: CertificationError if `name` is not the name on the key; RecipientKeyError; PrivateKeyError.
 */
export async function certifyKey(options: {
  publicKey: string;
  name: string;
  officePrivateKey: string;
  now: Date;
}): Promise<string> {
  const key = await readPublicKey(options.publicKey);
  const office = await requirePrivateKey(options.officePrivateKey);
  const at = laterOf(laterOf(backdated(options.now), key), office);
  const { user } = await key.getPrimaryUser(at);
  // The office vouches for a name: certifying a key under another one would put a wrong name in print.
  if (user.userID?.userID !== options.name) throw new CertificationError();
  return (await key.signPrimaryUser([office], at)).armor();
}

/**
 * Takes back the office's certification of a key, so that whoever reads the key finds nobody who vouches for it.
 *
 * Shape:  armored public key in; the same key with the office's certification revocation out.
 * Units:  dated like the certification: the start of a day, back-dated, and never before either key existed.
 * Errors: RecipientKeyError; PrivateKeyError.
 * Source: RFC 9580 §5.2.1 (type 0x30), §5.2.3.31 (reason for revocation).
 */
export async function revokeCertification(options: {
  publicKey: string;
  officePrivateKey: string;
  reason: string;
  now: Date;
}): Promise<string> {
  const key = await readPublicKey(options.publicKey);
  const office = await requirePrivateKey(options.officePrivateKey);
  const theirs = key.users.flatMap((user) => user.otherCertifications);
  const at = laterOf(laterOf(backdated(options.now), key, theirs), office);
  for (const user of key.users) {
    if (!user.userID) continue;
    // The library's own `revoke` signs over the signer's key; that fits a person's own user ID, and no one else's.
    const revocation = new SignaturePacket();
    revocation.signatureType = enums.signature.certRevocation;
    revocation.publicKeyAlgorithm = office.keyPacket.algorithm;
    revocation.hashAlgorithm = enums.hash.sha512;
    // No flag: a reader whose clock is behind must not take the revocation for one that is still to come.
    revocation.reasonForRevocationFlag = enums.reasonForRevocation.noReason;
    revocation.reasonForRevocationString = options.reason;
    const over = { userID: user.userID, key: key.keyPacket };
    await (revocation as unknown as Signing).sign(office.keyPacket, over, at, false, SETTINGS_IN_FORCE);
    user.revocationSignatures.push(revocation);
  }
  return key.armor();
}

/** The library's types leave out the settings, and its code does not work without them. */
type Signing = {
  sign(key: PrivateKey["keyPacket"], over: object, at: Date, detached: boolean, config: Config): Promise<void>;
};

/**
 * The public half of an unlocked private key.
 *
 * Shape:  armored private key in, armored public key out. What is sealed to it can be read by whoever holds this very
 *         key: a public key that came another way may belong to somebody else.
 * Errors: PrivateKeyError.
 */
export async function publicKeyOf(privateKey: string): Promise<string> {
  return (await requirePrivateKey(privateKey)).toPublic().armor();
}

function backdated(now: Date): Date {
  const day = new Date(now.getTime() - BACKDATE_MS);
  day.setUTCHours(0, 0, 0, 0);
  return day;
}

/**
 * The fingerprint of an armored public or private key.
 *
 * Errors: RecipientKeyError or PrivateKeyError with fault "malformed".
 */
export async function readFingerprint(armored: string): Promise<Fingerprint> {
  const isPrivate = armored.includes("BEGIN PGP PRIVATE KEY BLOCK");
  const key = isPrivate ? await readAnyPrivateKey(armored) : await readPublicKey(armored);
  return key.getFingerprint();
}

/**
 * The key IDs that a message to this key can be addressed to: its encryption subkeys, valid at `now`.
 *
 * Shape:  16 lower-case hex characters each.
 * Errors: RecipientKeyError with fault "malformed" if the text is no public key.
 */
export async function encryptionKeyIds(publicKey: string, now?: Date): Promise<string[]> {
  const key = await readPublicKey(publicKey);
  const at = laterOf(now ?? new Date(0), key);
  const ids: string[] = [];
  for (const id of key.getKeyIDs()) {
    const found = await key.getEncryptionKey(id, at, undefined, SETTINGS_IN_FORCE).catch(() => null);
    if (found) ids.push(found.getKeyID().toHex());
  }
  return ids;
}

/**
 * Reads an armored private key that is ready to use.
 *
 * Errors: PrivateKeyError "locked" if it is still under a passphrase, "malformed" if it cannot be read.
 */
export async function requirePrivateKey(armored: string): Promise<PrivateKey> {
  const key = await readAnyPrivateKey(armored);
  if (!key.getKeys().every(({ keyPacket }) => keyPacket.isDecrypted())) {
    throw new PrivateKeyError("locked");
  }
  return key;
}

/**
 * When to date a signature: the start of the UTC day, or the signer's own key if that is newer.
 * A day says when somebody acted; the second would say more than anyone needs, and tie acts to arrivals.
 */
export function signatureDate(now: Date, signer: PublicKey): Date {
  const day = new Date(now);
  day.setUTCHours(0, 0, 0, 0);
  return laterOf(day, signer);
}

async function readAnyPrivateKey(armored: string): Promise<PrivateKey> {
  const key = await readPrivateKey({ armoredKey: armored }).catch(() => null);
  if (!key) throw new PrivateKeyError("malformed");
  return key;
}
