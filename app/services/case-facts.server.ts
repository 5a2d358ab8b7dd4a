import { now, today } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { requireRecipientKey } from "~crypto/recipients";
import type { Facts, ItemFact } from "~workflows";
import type { DirectoryPerson } from "./office.server";
import { readDirectory } from "./office.server";

/** What the procedure may know about a case besides its own snapshot, established by this service. A new case has no id yet and nobody on it. */
export async function establishFacts(
  caseId: string | null,
  items: readonly ItemFact[] = [],
  grants: readonly string[] = [],
): Promise<Facts> {
  const db = database();
  const [directory, office, access, outer] = await Promise.all([
    readDirectory(),
    db.office.findFirstOrThrow({ select: { publicKey: true } }),
    caseId === null ? [] : db.access.findMany({ where: { caseId }, select: { personId: true } }),
    caseId === null ? [] : db.wrap.findMany({ where: { caseId, layer: 2 }, select: { personId: true } }),
  ]);
  const valid = [];
  for (const person of directory) if (await hasValidKey(person, office.publicKey)) valid.push(person);
  const holders = new Set([...access.map((row) => row.personId), ...grants]);
  return {
    day: today(),
    items,
    directory: valid.map((person) => ({
      person: person.person,
      roles: person.roles as Facts["directory"][number]["roles"],
    })),
    access: access.map((row) => row.personId),
    validRecipientKeys: valid.filter((person) => holders.has(person.person)).length,
    custodians: outer.map((row) => row.personId),
  };
}

const checked = new Map<string, boolean>();

/** A key's certification does not change within a day, so one check a day and key is enough. */
async function hasValidKey(person: DirectoryPerson, officePublicKey: string): Promise<boolean> {
  const key = `${today()} ${person.fingerprint} ${person.publicKey.length}`;
  const known = checked.get(key);
  if (known !== undefined) return known;
  const valid = await requireRecipientKey({ publicKey: person.publicKey, officePublicKey, now: now() }).then(
    () => true,
    () => false,
  );
  if (checked.size > 2000) checked.clear();
  checked.set(key, valid);
  return valid;
}
