import { randomId } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { type DirectoryEntry, signDirectoryEntry } from "~crypto/directory";
import type { Role } from "~crypto/ids";
import { certifyKey, generateKeyPair, type KeyPair } from "~crypto/keys";

/** A person with real keys, and the line that the server hands out about them. */
export type TestPerson = { keys: KeyPair; line: DirectoryLine };
type DirectoryLine = { person: string; publicKey: string; entry: string; entrySignature: string };

export const NOW = new Date("2026-11-23T10:00:00Z");

/** An office with real keys, as `GET /api/v1/office` answers it. */
export async function makeOffice(people: { name: string; roles: Role[] }[]) {
  const office = await generateKeyPair({ name: "Office of Tests", now: NOW });
  const made = await Promise.all(people.map((plan) => makePerson(plan, office)));
  const answer = {
    name: "Office of Tests",
    fingerprint: office.fingerprint,
    publicKey: office.publicKey,
    maxReportBytes: 1e9,
    directory: made.map(({ line }) => line),
  };
  return { office, people: made, answer };
}

async function makePerson({ name, roles }: { name: string; roles: Role[] }, office: KeyPair): Promise<TestPerson> {
  const keys = await generateKeyPair({ name, now: NOW });
  const publicKey = await certifyKey({
    publicKey: keys.publicKey,
    name,
    officePrivateKey: office.privateKey,
    now: NOW,
  });
  const { fingerprint } = keys;
  const entry: DirectoryEntry = { v: 1, person: randomId(), name, fingerprint, roles, day: "2026-11-23" };
  const entrySignature = await signDirectoryEntry(entry, office.privateKey);
  return { keys, line: { person: entry.person, publicKey, entry: canonicalJson(entry), entrySignature } };
}
