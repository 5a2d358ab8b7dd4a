import type { Fingerprint } from "./ids";
import { type PublicKey, RECIPIENT_KEY_CONFIG } from "./openpgp";
import { holderOf, laterOf, RecipientKeyError, readPublicKey, requireUsableKey, type UsableKey } from "./usable-key";

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
  const recipient = { fingerprint: key.getFingerprint(), name, publicKey: options.publicKey, at };
  judged.set(recipient, { usable: { key, at }, now: options.now.getTime() });
  return recipient;
}

/** Verdicts of this session, so that giving one person ten thousand wraps does not judge their key as often. */
const judged = new WeakMap<RecipientKey, { usable: UsableKey; now: number }>();

/**
 * The key to encrypt to. Judged again unless it was judged for this very `now`; a text stands for a key whose
 * certification was checked elsewhere.
 *
 * Errors: RecipientKeyError.
 */
export async function requireUsableRecipient(recipient: RecipientKey | string, now: Date): Promise<UsableKey> {
  if (typeof recipient === "string") return requireUsableKey(recipient, now);
  const verdict = judged.get(recipient);
  return verdict?.now === now.getTime() ? verdict.usable : requireUsableKey(recipient.publicKey, now);
}

async function findCertifiedName(key: PublicKey, officePublicKey: string, at: Date): Promise<string | null> {
  try {
    const office = await readPublicKey(officePublicKey);
    const { user } = await key.getPrimaryUser(at);
    const theirs = user.otherCertifications.filter((made) => office.getKeys(made.issuerKeyID).length > 0);
    // The certification may be younger than a clock that is behind; who made it is what counts.
    const date = laterOf(laterOf(at, office), key, theirs);
    await office.verifyPrimaryKey(date);
    const checked = await user.verifyAllCertifications([office], date);
    return checked.some(({ valid }) => valid === true) ? (user.userID?.userID ?? "") : null;
  } catch {
    // Whatever went wrong, nobody vouches for the key; an office key that cannot be used vouches for none.
    return null;
  }
}
