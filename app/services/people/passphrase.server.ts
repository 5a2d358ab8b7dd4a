import { z } from "zod";
import { database } from "~/platform/database.server";
import { Problem } from "~/platform/problems.server";
import { digestOf, hashHex, sameDigest } from "~/platform/secrets.server";
import { readSessionToken } from "~/platform/session-cookie.server";
import { digest, fingerprint, personSchema } from "../schemas.server";
import type { SignedInPerson } from "../sign-in.server";

const { lockedKey, kdf, salt, signIn } = personSchema.shape;

/** A person's keys, locked anew; the passphrase itself never leaves the browser. */
export const passphraseSchema = z.object({
  /** What the old passphrase gives for signing in: whoever finds a desk open must not be able to change it. */
  oldSignIn: digest,
  signIn,
  salt,
  kdf,
  lockedKey,
  /** The keys that this person left and still needs, and the one that waits for its certification. */
  others: z.array(z.object({ fingerprint, lockedKey })).max(50),
});

/**
 * Changes a person's passphrase: every key of theirs is locked anew, or nothing is. Other sessions end.
 *
 * Errors: Problem 403 where the old passphrase is another one; 409 where a key is missing or was changed in the meantime.
 */
export async function changePassphrase(request: Request, me: SignedInPerson, input: z.infer<typeof passphraseSchema>) {
  const person = await database().person.findUniqueOrThrow({ where: { id: me.id } });
  if (!sameDigest(hashHex(input.oldSignIn), person.signInHash))
    throw new Problem(403, "This is not your present passphrase, so nothing was changed. Type it again.", {
      rule: "wrongPassphrase",
    });
  const token = readSessionToken(request);
  await database().$transaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: me.id, state: "active", signInHash: person.signInHash, fingerprint: person.fingerprint },
      data: {
        lockedKey: input.lockedKey,
        kdf: JSON.stringify(input.kdf),
        salt: input.salt,
        signInHash: hashHex(input.signIn),
      },
    });
    const [former, next] = [
      await tx.formerLine.findMany({ where: { personId: me.id, lockedKey: { not: null } } }),
      await tx.nextKey.findUnique({ where: { personId: me.id } }),
    ];
    const needed = [...new Set([...former, ...(next ? [next] : [])].map((one) => one.fingerprint))].sort();
    const brought = input.others.map((one) => one.fingerprint).sort();
    if (count !== 1 || needed.join() !== brought.join())
      throw new Problem(409, "Your keys changed in the meantime, so nothing was stored. Reload the page.", {
        rule: "actedFirst",
      });
    for (const one of input.others) {
      const data = { lockedKey: one.lockedKey };
      await tx.formerLine.updateMany({
        where: { personId: me.id, fingerprint: one.fingerprint, lockedKey: { not: null } },
        data,
      });
      await tx.nextKey.updateMany({ where: { personId: me.id, fingerprint: one.fingerprint }, data });
    }
    await tx.session.deleteMany({ where: { personId: me.id, tokenHash: { not: digestOf(token ?? "") } } });
  });
}
