import type { Fingerprint } from "./ids";
import { type PublicKey, RECIPIENT_KEY_CONFIG } from "./openpgp";
import { holderOf, laterOf, RecipientKeyError, readPublicKey, requireUsableKey } from "./usable-key";

export { RecipientKeyError, type RecipientKeyFault } from "./usable-key";

/** A key that the office vouches for and that is fit to encrypt to. Only requireRecipientKey makes one. */
export type RecipientKey = {
  fingerprint: Fingerprint;
  /** The name that the office certified. */
  name: string;
  /** Armored, as it was checked. */
  publicKey: string;
  /** The date to encrypt at: `now`, or the key's own date where the clock is behind it. */
  at: Date;
};

/**
 * Accepts a staff key as a recipient, or says why not. A bad recipient is never skipped.
 *
 * Shape:  armored keys in; a checked recipient out.
 * Units:  judged at the later of `now` and the key's creation, so a clock that is behind still works and an expired
 *         key still does not.
 * Errors: RecipientKeyError: uncertified, expired, revoked, weak or malformed.
 * Source: RFC 9580 §5.2.1 (certification signatures).
 */
export async function requireRecipientKey(options: {
  publicKey: string;
  officePublicKey: string;
  now: Date;
}): Promise<RecipientKey> {
  const { key, at } = await requireUsableKey(options.publicKey, options.now, { config: RECIPIENT_KEY_CONFIG });
  const name = await findCertifiedName(key, options.officePublicKey, at);
  if (name === null) throw new RecipientKeyError(key.getFingerprint(), "uncertified", holderOf(key));
  return { fingerprint: key.getFingerprint(), name, publicKey: options.publicKey, at };
}

async function findCertifiedName(key: PublicKey, officePublicKey: string, at: Date): Promise<string | null> {
  const office = await readPublicKey(officePublicKey);
  const { user } = await key.getPrimaryUser(at);
  const theirs = user.otherCertifications.filter((made) => office.getKeys(made.issuerKeyID).length > 0);
  // The certification may be younger than a clock that is behind; who made it is what counts.
  const date = laterOf(laterOf(at, office), key, theirs);
  try {
    await office.verifyPrimaryKey(date);
    const checked = await user.verifyAllCertifications([office], date);
    return checked.some(({ valid }) => valid === true) ? (user.userID?.userID ?? "") : null;
  } catch {
    return null;
  }
}
