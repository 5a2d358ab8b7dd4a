import { utf8 } from "./bytes";
import type { Fingerprint } from "./ids";
import { type PublicKey, readKeys, type SignaturePacket } from "./openpgp";
import { holderOf, RecipientKeyError, requireUsableKey } from "./usable-key";

/** Larger than any office's key; a key that strangers have flooded with signatures is refused, not read. */
export const MAX_FOREIGN_KEY_BYTES = 256 * 1024;

export type ForeignKeyFault =
  | "private"
  | "message"
  | "noKey"
  | "several"
  | "tooLarge"
  | "expired"
  | "revoked"
  | "weak"
  | "signOnly"
  | "malformed";

/** What was given as another office's key and cannot be encrypted to. Nothing of the text is in the error. */
export class ForeignKeyError extends Error {
  override readonly name = "ForeignKeyError";
  constructor(
    readonly fault: ForeignKeyFault,
    readonly holder: string = "",
  ) {
    super(`The other office's key cannot be used: ${fault}.`);
  }
}

/**
 * Another office's key that a message can be encrypted to. Nobody vouches for it here: a person has to compare the fingerprint.
 *
 * Shape: `publicKey` armored, as it was read; `holder` is the key's own claim; `expires` a day, or null for never.
 */
export type ForeignKey = {
  readonly fingerprint: Fingerprint;
  readonly holder: string;
  readonly publicKey: string;
  readonly created: string;
  readonly expires: string | null;
};

/**
 * Reads a key that was pasted or chosen as a file, and says why it cannot be used.
 *
 * Units:  judged at `now`, or at the key's own dates where the clock is behind them.
 * Errors: ForeignKeyError; "private" before anything else, so that a page can throw the text away at once.
 */
export async function readForeignKey(given: string | Uint8Array, now: Date): Promise<ForeignKey> {
  const text = typeof given === "string" ? given : new TextDecoder("latin1").decode(given);
  if (text.includes("PRIVATE KEY BLOCK")) throw new ForeignKeyError("private");
  if (text.length > MAX_FOREIGN_KEY_BYTES) throw new ForeignKeyError("tooLarge");
  if (/BEGIN PGP (MESSAGE|SIGNED MESSAGE|SIGNATURE)/.test(text)) throw new ForeignKeyError("message");
  const key = await readOne(text, typeof given === "string" ? utf8(given) : given);
  const armored = key.armor();
  const usable = await requireUsableKey(armored, now).catch((error) => {
    throw faultOf(error, key);
  });
  const expires = await usable.key.getExpirationTime().catch(() => null);
  return {
    fingerprint: key.getFingerprint(),
    holder: holderOf(key),
    publicKey: armored,
    created: dayOf(key.getCreationTime()),
    expires: expires instanceof Date ? dayOf(expires) : null,
  };
}

async function readOne(text: string, bytes: Uint8Array): Promise<PublicKey> {
  const blocks = text.match(/-----BEGIN PGP PUBLIC KEY BLOCK-----/g)?.length ?? 0;
  if (blocks > 1) throw new ForeignKeyError("several");
  const keys = await (blocks === 1 ? readKeys({ armoredKeys: text.trim() }) : readKeys({ binaryKeys: bytes })).catch(
    () => [],
  );
  const [key] = keys;
  if (!key) throw new ForeignKeyError(blocks === 1 ? "malformed" : "noKey");
  if (keys.some((one) => one.isPrivate())) throw new ForeignKeyError("private");
  if (keys.length > 1) throw new ForeignKeyError("several");
  return key;
}

/** Flags of RFC 9580 §5.2.3.29: may encrypt communication, may encrypt storage. */
const ENCRYPTS = 0x04 | 0x08;

function faultOf(error: unknown, key: PublicKey): ForeignKeyError {
  if (!(error instanceof RecipientKeyError)) return new ForeignKeyError("malformed", holderOf(key));
  const isUnfit = error.fault === "malformed" && !mayEncrypt(key);
  const fault = isUnfit ? "signOnly" : error.fault;
  return new ForeignKeyError(fault === "uncertified" ? "malformed" : fault, holderOf(key));
}

function mayEncrypt(key: PublicKey): boolean {
  const signatures: SignaturePacket[] = [
    ...key.users.flatMap((user) => user.selfCertifications),
    ...key.subkeys.flatMap((subkey) => subkey.bindingSignatures),
  ];
  return signatures.some(({ keyFlags }) => ((keyFlags?.[0] ?? 0) & ENCRYPTS) !== 0);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
