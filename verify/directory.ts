import { canonicalJson } from "../crypto/canonical";
import { type DirectoryEntry, verifyDirectoryEntry, verifyEnding } from "../crypto/directory";
import type { Day, Fingerprint } from "../crypto/ids";
import { readFingerprint } from "../crypto/keys";
import { RecipientKeyError, requireRecipientKey } from "../crypto/recipients";
import type { CaseExport, ExportedLine } from "./case-export";
import { Broken } from "./faults";
import { day, hex, isText, listOf, type Shape, shape } from "./shape";

/**
 * A line of the directory that the office key vouches for, with the key that it is about.
 *
 * Shape: `until` is the last day on which it counts; null where the office never ended it.
 */
export type CertifiedLine = DirectoryEntry & { readonly publicKey: string; readonly until: Day | null };

/** Whether the office vouched for this line on that day. */
export function holdsOn(line: CertifiedLine, on: Day): boolean {
  return line.day <= on && (line.until === null || on <= line.until);
}

/** The lines that hold, by person. A person can have had several keys. */
export type Certified = ReadonlyMap<string, readonly CertifiedLine[]>;

const ENTRY: Shape = shape({
  v: (value) => value === 1,
  person: hex(32),
  name: isText,
  fingerprint: hex(40),
  roles: listOf(isText),
  day,
});

/**
 * Checks that the export names the office key that it brings, and that this is the one that the reader trusts.
 *
 * Errors: Broken.
 */
export async function checkOfficeKey({ office }: CaseExport, trusted: Fingerprint | null): Promise<string> {
  const part = { part: "office key" };
  const found = await readFingerprint(office.publicKey).catch(() => null);
  if (found === null) throw new Broken(part, "it cannot be read");
  if (found !== office.fingerprint) throw new Broken(part, "it has another fingerprint than the one beside it");
  if (trusted !== null && found !== trusted) throw new Broken(part, `it is ${found}, not the one to trust`);
  return `${found}${trusted === null ? "" : ", the one to trust"}`;
}

/** Checks every line of the directory against the office key. Lines that do not hold are left out, and told. */
export async function checkDirectory({ office, directory }: CaseExport) {
  const certified = new Map<string, CertifiedLine[]>();
  const faults: Broken[] = [];
  for (const [index, line] of directory.entries()) {
    const read = readLine(line);
    const part = `directory line ${index + 1}${read ? ` (${read.name})` : ""}`;
    try {
      if (!read) throw new Broken({ part }, "it is not in the one form that is signed");
      await requireLine(read, line, office.publicKey, part);
      const until = await requireEnd(line, office.publicKey, part);
      const { publicKey } = line;
      certified.set(read.person, [...(certified.get(read.person) ?? []), { ...read, publicKey, until }]);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      faults.push(error);
    }
  }
  const said = `${directory.length} lines signed by the office key, each about a key that it certified`;
  return { certified: certified as Certified, faults, said };
}

async function requireLine(entry: DirectoryEntry, line: ExportedLine, officePublicKey: string, part: string) {
  const broken = (reason: string) => new Broken({ part }, reason);
  await verifyDirectoryEntry(entry, line.entrySignature, officePublicKey).catch(() => {
    throw broken("the office key did not sign it");
  });
  // The key is judged on the day of its line: what became of it later does not undo what was signed before.
  const now = new Date(`${entry.day}T00:00:00Z`);
  const key = await requireRecipientKey({ publicKey: line.publicKey, officePublicKey, now }).catch((error: unknown) => {
    const fault = error instanceof RecipientKeyError ? error.fault : "malformed";
    throw broken(fault === "uncertified" ? "the office did not certify its key" : `its key is ${fault}`);
  });
  if (key.fingerprint !== entry.fingerprint) throw broken("it is about another key");
  if (key.name !== entry.name) throw broken("the office certified its key under another name");
}

async function requireEnd({ entry, end }: ExportedLine, officePublicKey: string, part: string): Promise<Day | null> {
  if (!end) return null;
  const { text: ending, signature } = end;
  return verifyEnding({ entry, ending, signature, officePublicKey }).then(
    (found) => found.day,
    () => {
      throw new Broken({ part }, "the office key did not sign its end");
    },
  );
}

function readLine({ entry }: ExportedLine): DirectoryEntry | null {
  try {
    const found = JSON.parse(entry);
    return ENTRY(found) && canonicalJson(found) === entry ? (found as DirectoryEntry) : null;
  } catch {
    return null;
  }
}
