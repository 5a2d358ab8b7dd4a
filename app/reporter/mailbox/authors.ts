import { type DirectoryEntry, verifyDirectoryEntry, verifyEnding } from "~crypto/directory";
import type { Signers } from "~crypto/items";
import { readFingerprint } from "~crypto/keys";
import type { Office } from "../office";
import type { FormerLine } from "./session";

/** Somebody who could write for the office: their name, and the keys under which they did. */
export type Author = { name: string; signers: Signers; until: Record<string, string> };

/**
 * Everybody who writes or wrote for the office, by person.
 *
 * Shape: `until` holds, by fingerprint, the last day on which a key counted; a key that counts today is not in it. A former line
 *        that the office key did not sign, or did not end, is left out.
 */
export async function findAuthors(office: Office, former: readonly FormerLine[]): Promise<Map<string, Author>> {
  const authors = new Map<string, Author>();
  for (const { person, name, fingerprint, publicKey } of office.people) {
    authors.set(person, { name, signers: { [fingerprint]: publicKey }, until: {} });
  }
  for (const line of former) {
    const found = await checkFormer(line, office.publicKey).catch(() => null);
    if (!found) continue;
    const { name, fingerprint, until } = found;
    const author = authors.get(line.person) ?? { name, signers: {}, until: {} };
    const isPresent = fingerprint in author.signers && !(fingerprint in author.until);
    if (!isPresent) {
      author.signers[fingerprint] = line.publicKey;
      const known = author.until[fingerprint] ?? "";
      author.until[fingerprint] = known > until ? known : until;
    }
    authors.set(line.person, author);
  }
  return authors;
}

async function checkFormer(line: FormerLine, officePublicKey: string) {
  const { entry: text, entrySignature, ending, endingSignature: signature } = line;
  const entry = JSON.parse(text) as DirectoryEntry;
  await verifyDirectoryEntry(entry, entrySignature, officePublicKey);
  const { day: until } = await verifyEnding({ entry: text, ending, signature, officePublicKey });
  const isAbout = entry.person === line.person && entry.fingerprint === (await readFingerprint(line.publicKey));
  return isAbout ? { name: entry.name, fingerprint: entry.fingerprint, until } : null;
}
