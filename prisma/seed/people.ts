import { randomBytes, randomId, toHex } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { signDirectoryEntry } from "~crypto/directory";
import type { Role } from "~crypto/ids";
import { certifyKey, generateKeyPair, type KeyPair } from "~crypto/keys";
import { deriveStaffSecrets, exportForRecovery, lockPrivateKey, PASSPHRASE_KDF } from "~crypto/lock";
import { drawReceipt } from "~crypto/receipt";
import { wrapKey } from "~crypto/wraps";
import { Client } from "./http";

/** A person with their unlocked key, as their own browser would hold it. */
export interface SeedPerson {
  id: string;
  name: string;
  displayName: string;
  roles: Role[];
  passphrase: string;
  keys: KeyPair;
  client: Client;
}

/** An office with its key, as the first person's browser would hold it. */
export interface SeedOffice {
  base: string;
  name: string;
  keys: KeyPair;
  people: SeedPerson[];
  now: () => Date;
}

export interface PersonPlan {
  name: string;
  displayName: string;
  roles: Role[];
  /** A key that was made elsewhere. */
  keys?: KeyPair;
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10);

/** Founds an office through its one-time link. The first plan is the first person. */
export async function foundOffice(
  base: string,
  setupToken: string,
  plan: { officeName: string; people: PersonPlan[]; passphrase: string; now?: () => Date },
): Promise<SeedOffice> {
  const now = plan.now ?? (() => new Date());
  const [first, ...others] = plan.people;
  if (!first) throw new Error("An office needs a first person.");
  const words = drawReceipt().join(" ");
  const office: SeedOffice = {
    base,
    name: plan.officeName,
    keys: await generateKeyPair({ name: plan.officeName, now: now() }),
    people: [],
    now,
  };
  const { person, body } = await makePerson(base, first, plan.passphrase, words, now());
  await person.client.call("POST", `/api/v1/setup/${setupToken}`, {
    office: {
      name: plan.officeName,
      languages: ["en", "ar"],
      timeZone: "Europe/Berlin",
      publicKey: office.keys.publicKey,
      recoveryKey: await exportForRecovery({ privateKey: office.keys.privateKey, passphrase: words }),
    },
    person: { ...body, displayName: first.displayName, roles: first.roles, ...(await certify(office, person)) },
    officeKeyWrap: await wrapKey({ privateKey: office.keys.privateKey, recipient: person.keys.publicKey, now: now() }),
  });
  await signIn(person);
  office.people.push(person);
  for (const other of others) office.people.push(await invite(office, person, other, plan.passphrase));
  return office;
}

/** Invites somebody, who makes their key and is certified. */
export async function invite(
  office: SeedOffice,
  administrator: SeedPerson,
  plan: PersonPlan,
  passphrase: string,
): Promise<SeedPerson> {
  const { displayName, roles } = plan;
  const { path } = await administrator.client.call<{ path: string }>("POST", "/api/v1/team/invitations", {
    displayName,
    roles,
  });
  const { person, body } = await makePerson(office.base, plan, passphrase, drawReceipt().join(" "), office.now());
  await person.client.call("POST", `/api/v1${path}`, body);
  await administrator.client.call("POST", `/api/v1/team/${person.id}/certification`, await certify(office, person));
  await signIn(person);
  return person;
}

/** Signs a person in with their passphrase. */
export async function signIn(person: SeedPerson): Promise<void> {
  const { salt } = await person.client.call<{ salt: string }>(
    "GET",
    `/api/v1/sign-in?name=${encodeURIComponent(person.name)}`,
  );
  const { signIn } = await deriveStaffSecrets(person.passphrase, salt);
  await person.client.call("POST", "/api/v1/sign-in", { name: person.name, signIn });
}

async function makePerson(base: string, plan: PersonPlan, passphrase: string, recoveryWords: string, now: Date) {
  const keys = plan.keys ?? (await generateKeyPair({ name: plan.displayName, now }));
  const salt = toHex(randomBytes(16));
  const { signIn, lockKey } = await deriveStaffSecrets(passphrase, salt);
  const person: SeedPerson = { ...plan, id: randomId(), passphrase, keys, client: new Client(base) };
  const body = {
    id: person.id,
    name: plan.name,
    publicKey: keys.publicKey,
    fingerprint: keys.fingerprint,
    lockedKey: await lockPrivateKey({ privateKey: keys.privateKey, lockKey, fingerprint: keys.fingerprint }),
    recoveryKey: await exportForRecovery({ privateKey: keys.privateKey, passphrase: recoveryWords }),
    kdf: PASSPHRASE_KDF,
    salt,
    signIn,
  };
  return { person, body };
}

async function certify(office: SeedOffice, person: SeedPerson) {
  const { id, displayName: name, roles, keys } = person;
  const entry = { v: 1 as const, person: id, name, fingerprint: keys.fingerprint, roles, day: dayOf(office.now()) };
  return {
    publicKey: await certifyKey({
      publicKey: keys.publicKey,
      name,
      officePrivateKey: office.keys.privateKey,
      now: office.now(),
    }),
    entry: canonicalJson(entry),
    entrySignature: await signDirectoryEntry(entry, office.keys.privateKey),
  };
}
