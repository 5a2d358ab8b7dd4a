import { z } from "zod";
import { today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { type Succession, successionText } from "~crypto/directory";
import { encryptionKeyIds, readFingerprint } from "~crypto/keys";
import { verifyText } from "~crypto/signatures";
import { personSchema } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";

const { publicKey, fingerprint, lockedKey, recoveryKey } = personSchema.shape;

/** A new key as its person's browser made it, and their old key's signature under the succession. */
export const nextKeySchema = z.object({
  publicKey,
  fingerprint,
  lockedKey,
  recoveryKey,
  reason: z.enum(["superseded", "compromised"]),
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  signature: z.string().max(10_000).startsWith("-----BEGIN PGP SIGNATURE-----"),
});

/**
 * Keeps the key that shall follow a person's present one, until an administrator certifies it. Another one replaces it.
 *
 * Errors: Problem 400 where the present key did not sign the succession, or the key is not what its fingerprint says; 409 for
 *         a key that somebody has or had.
 */
export async function offerNextKey(me: SignedInPerson, input: z.infer<typeof nextKeySchema>) {
  const db = database();
  const person = await db.person.findUniqueOrThrow({ where: { id: me.id } });
  const { day, ...key } = input;
  const succession: Succession = { v: 1, person: me.id, from: person.fingerprint, to: key.fingerprint, day };
  const statement = successionText(succession);
  const found = await readFingerprint(key.publicKey).catch(() => null);
  const isSigned = await verifyText({ text: statement, signature: key.signature, publicKey: person.publicKey }).then(
    () => true,
    () => false,
  );
  if (found !== key.fingerprint || !isSigned)
    throw new Problem(
      400,
      "Your present key did not sign this new key, so nothing was stored. Unlock your key and make the new one again.",
      { rule: "badSignature" },
    );
  const isTaken =
    (await db.person.count({ where: { fingerprint: key.fingerprint } })) +
    (await db.formerLine.count({ where: { fingerprint: key.fingerprint } })) +
    (await db.nextKey.count({ where: { fingerprint: key.fingerprint, personId: { not: me.id } } }));
  if (isTaken > 0)
    throw new Problem(409, "This key is or was somebody's already, so nothing was stored. Make a new one.", {
      rule: "keyTaken",
    });
  const data = { ...key, statement, keyIds: JSON.stringify(await encryptionKeyIds(key.publicKey)), day: today() };
  await db.nextKey.upsert({ where: { personId: me.id }, create: { personId: me.id, ...data }, update: data });
}

/** The keys that wait to be certified, by person: what an administrator compares before signing. */
export async function readNextKeys() {
  const keys = await database().nextKey.findMany({ orderBy: { personId: "asc" } });
  return keys.map(({ personId, publicKey, fingerprint, statement, signature, reason, day }) => ({
    person: personId,
    publicKey,
    fingerprint,
    statement,
    signature,
    reason,
    day,
  }));
}
