import type { DirectoryEntry, EndingReason } from "~crypto/directory";
import type { Desk } from "./records";

/** Somebody's line in the directory that ended: under which key they signed, until when, and why no longer. */
export type Former = {
  person: string;
  name: string;
  publicKey: string;
  fingerprint: string;
  roles: string[];
  until: string;
  reason: EndingReason;
};

let checked: { of: string; lines: Former[] } | null = null;

/**
 * Checks every ended line against the office key: the line itself, and the statement that ends it.
 *
 * Shape: lines that do not hold are left out, so that nobody becomes a former colleague by the server's word alone.
 */
export async function checkFormer({ office, former = [] }: Pick<Desk, "office" | "former">): Promise<Former[]> {
  const of = JSON.stringify([office.publicKey, former]);
  if (checked?.of === of) return checked.lines;
  const { verifyDirectoryEntry, verifyEnding } = await import("~crypto/directory");
  const { readFingerprint } = await import("~crypto/keys");
  const lines: Former[] = [];
  for (const { person, publicKey, entry: text, entrySignature, ending, endingSignature: signature } of former) {
    try {
      const entry = JSON.parse(text) as DirectoryEntry;
      await verifyDirectoryEntry(entry, entrySignature, office.publicKey);
      const end = await verifyEnding({ entry: text, ending, signature, officePublicKey: office.publicKey });
      if (entry.person !== person || entry.fingerprint !== (await readFingerprint(publicKey))) continue;
      const { name, fingerprint, roles } = entry;
      lines.push({ person, name, publicKey, fingerprint, roles, until: end.day, reason: end.reason });
    } catch {
      // Left out: whoever is missing is shown as unknown where they appear.
    }
  }
  checked = { of, lines };
  return lines;
}

/** The last day on which somebody was of the office, as the server tells it; null for people who are here or were never. */
export function leftOn({ former = [], directory }: Pick<Desk, "former" | "directory">, person: string): string | null {
  if (directory.some((one) => one.person === person)) return null;
  const days = former.filter((line) => line.person === person).map(({ ending }) => dayOf(ending));
  return days.sort().at(-1) ?? null;
}

/** The name of somebody who left, as it stands in their last line; null for anybody else. */
export function formerName({ former = [] }: Pick<Desk, "former">, person: string): string | null {
  const line = former.findLast((one) => one.person === person);
  return line ? nameOf(line.entry) : null;
}

function dayOf(ending: string): string {
  return (JSON.parse(ending) as { day: string }).day;
}

function nameOf(entry: string): string {
  return (JSON.parse(entry) as { name: string }).name;
}
