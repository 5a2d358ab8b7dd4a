import { type DirectoryEntry, verifyDirectoryEntry } from "~crypto/directory";
import { readFingerprint } from "~crypto/keys";
import { type RecipientKey, RecipientKeyError, requireRecipientKey } from "~crypto/recipients";
import { callJson } from "./api";

type DirectoryLine = { person: string; publicKey: string; entry: string; entrySignature: string };
type OfficeAnswer = {
  name: string;
  fingerprint: string;
  publicKey: string;
  maxReportBytes: number;
  work: number;
  directory: DirectoryLine[];
};

/** A person whose entry the office key has signed. Name, roles and fingerprint are the signed ones. */
export type OfficePerson = { person: string; name: string; roles: string[]; fingerprint: string; publicKey: string };

/** The office, as far as its own key vouches for it. */
export type Office = {
  name: string;
  fingerprint: string;
  publicKey: string;
  maxReportBytes: number;
  /** How much work the office asks for before it takes something new; 0 at rest. */
  work: number;
  people: OfficePerson[];
};

/** Keys that do not belong together. Nothing may be sealed to such an office. */
export class OfficeError extends Error {
  override readonly name = "OfficeError";
  constructor(
    readonly fault: "fingerprint" | "entry",
    readonly person = "",
  ) {
    super(`The office's keys cannot be trusted: ${fault}.`);
  }
}

/** A recipient whose key must not be used; `person` is the name to show. */
export class BadRecipientError extends Error {
  override readonly name = "BadRecipientError";
  constructor(
    readonly id: string,
    readonly person: string,
    readonly fault: RecipientKeyError["fault"] | "otherKey",
  ) {
    super(`A recipient's key cannot be used: ${fault}.`);
  }
}

/**
 * Fetches the office's keys and people and checks them.
 *
 * Errors: OfficeError "fingerprint" if the key is not the one that the page shows in print, "entry" if a person's line is
 *         not signed by it; CallError.
 */
export async function loadOffice(shownFingerprint: string): Promise<Office> {
  const answer = await callJson<OfficeAnswer>("/api/v1/office");
  const fingerprint = await readFingerprint(answer.publicKey).catch(() => "");
  if (!fingerprint || fingerprint !== answer.fingerprint || fingerprint !== shownFingerprint) {
    throw new OfficeError("fingerprint");
  }
  const people = await Promise.all(answer.directory.map((line) => checkLine(line, answer.publicKey)));
  const { name, publicKey, maxReportBytes, work } = answer;
  return { name, publicKey, maxReportBytes, work, fingerprint, people };
}

async function checkLine(line: DirectoryLine, officeKey: string): Promise<OfficePerson> {
  const entry = parseEntry(line.entry);
  try {
    if (!entry || entry.person !== line.person) throw new OfficeError("entry");
    await verifyDirectoryEntry(entry, line.entrySignature, officeKey);
  } catch {
    throw new OfficeError("entry", entry?.name ?? "");
  }
  const { person, name, roles, fingerprint } = entry;
  return { person, name, roles, fingerprint, publicKey: line.publicKey };
}

function parseEntry(text: string): DirectoryEntry | null {
  try {
    const entry = JSON.parse(text) as DirectoryEntry;
    return entry.v === 1 && Array.isArray(entry.roles) ? entry : null;
  } catch {
    return null;
  }
}

/** The people who take reports in, without those who are struck out. */
export function intakeWithout(office: Office, struck: ReadonlySet<string>): OfficePerson[] {
  return office.people.filter(({ person, roles }) => roles.includes("intake") && !struck.has(person));
}

/**
 * Checks that a person's key is the signed one, certified by the office, and fit to encrypt to.
 *
 * Errors: BadRecipientError, which names the person.
 */
export async function requireRecipient(person: OfficePerson, office: Office, now: Date): Promise<RecipientKey> {
  try {
    const key = await requireRecipientKey({ publicKey: person.publicKey, officePublicKey: office.publicKey, now });
    if (key.fingerprint !== person.fingerprint) throw new BadRecipientError(person.person, person.name, "otherKey");
    return key;
  } catch (error) {
    if (error instanceof RecipientKeyError) throw new BadRecipientError(person.person, person.name, error.fault);
    throw error;
  }
}
