import type { DirectoryEntry } from "~crypto/directory";
import type { Colleague, Desk } from "./records";

/** The colleagues whose directory line the office key signed, by person. Anybody else counts as unknown. */
export type CheckedDirectory = Map<string, Colleague>;

let checked: { of: string; people: CheckedDirectory } | null = null;

/**
 * Checks every line of the directory against the office key: the signature, and that it is about this person, key and roles.
 *
 * Shape: lines that do not hold are left out, so that a key swapped on the server signs for nobody and gets no wrap.
 */
export async function checkDirectory({
  office,
  directory,
}: Pick<Desk, "office" | "directory">): Promise<CheckedDirectory> {
  const of = JSON.stringify([office.publicKey, directory]);
  if (checked?.of === of) return checked.people;
  const { verifyDirectoryEntry } = await import("~crypto/directory");
  const { readFingerprint } = await import("~crypto/keys");
  const people: CheckedDirectory = new Map();
  for (const colleague of directory) {
    try {
      const entry = JSON.parse(colleague.entry) as DirectoryEntry;
      await verifyDirectoryEntry(entry, colleague.entrySignature, office.publicKey);
      const fingerprint = await readFingerprint(colleague.publicKey);
      if (isAbout(entry, colleague, fingerprint)) people.set(colleague.person, colleague);
    } catch {
      // The line is left out; whoever is missing is shown as unknown where they appear.
    }
  }
  checked = { of, people };
  return people;
}

function isAbout(entry: DirectoryEntry, colleague: Colleague, fingerprint: string): boolean {
  return (
    entry.person === colleague.person &&
    entry.name === colleague.displayName &&
    entry.fingerprint === fingerprint &&
    colleague.fingerprint === fingerprint &&
    [...entry.roles].sort().join() === [...colleague.roles].sort().join()
  );
}
