import type { z } from "zod";
import { now, today } from "~/platform/clock.server";
import { Problem } from "~/platform/problems.server";
import { hashHex } from "~/platform/secrets.server";
import { canonicalJson } from "~crypto/canonical";
import { type DirectoryEntry, verifyDirectoryEntry } from "~crypto/directory";
import { encryptionKeyIds, readFingerprint } from "~crypto/keys";
import { requireRecipientKey } from "~crypto/recipients";
import type { personSchema } from "./schemas.server";

/**
 * Checks that the office key vouches for a person: the certification on the key, and the signed directory entry with the roles.
 *
 * Errors: Problem 400 with what does not fit; nothing is stored.
 */
export async function requireCertifiedPerson(
  person: { id: string; publicKey: string; entry: string; entrySignature: string },
  officePublicKey: string,
): Promise<{ entry: DirectoryEntry; fingerprint: string }> {
  try {
    const entry = JSON.parse(person.entry) as DirectoryEntry;
    await verifyDirectoryEntry(entry, person.entrySignature, officePublicKey);
    const key = await requireRecipientKey({ publicKey: person.publicKey, officePublicKey, now: now() });
    if (canonicalJson({ ...entry }) !== person.entry) throw new Error("not canonical");
    if (entry.person !== person.id || entry.fingerprint !== key.fingerprint) throw new Error("another person");
    return { entry, fingerprint: await readFingerprint(officePublicKey) };
  } catch {
    throw new Problem(
      400,
      "The office key does not vouch for this person's key and roles, so nothing was stored. Make the certification again.",
    );
  }
}

/** The database row of a person, from what their browser made. */
export async function newPerson(
  person: z.infer<typeof personSchema>,
  standing: {
    state: "active" | "joined";
    displayName: string;
    entry: string;
    entrySignature: string;
    roles: readonly string[];
  },
) {
  const found = await readFingerprint(person.publicKey).catch(() => null);
  if (found !== person.fingerprint)
    throw new Problem(400, "The key and its fingerprint do not belong together, so nothing was stored.");
  return {
    id: person.id,
    name: person.name,
    displayName: standing.displayName,
    roles: JSON.stringify(standing.roles),
    state: standing.state,
    publicKey: person.publicKey,
    fingerprint: person.fingerprint,
    keyIds: JSON.stringify(await encryptionKeyIds(person.publicKey)),
    entry: standing.entry,
    entrySignature: standing.entrySignature,
    lockedKey: person.lockedKey,
    recoveryKey: person.recoveryKey,
    kdf: JSON.stringify(person.kdf),
    salt: person.salt,
    signInHash: hashHex(person.signIn),
    createdDay: today(),
  };
}
