import { sha256Hex } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { type EndingReason, signDirectoryEntry, signEnding, successionText } from "~crypto/directory";
import type { Role } from "~crypto/ids";
import { certifyKey, generateKeyPair, type KeyPair, revokeCertification } from "~crypto/keys";
import { deriveStaffSecrets, exportForRecovery, lockPrivateKey } from "~crypto/lock";
import { signText } from "~crypto/signatures";
import { resealWrap } from "~crypto/wraps";
import type { SeedOffice, SeedPerson } from "../../../prisma/seed/people";
import type { World as WholeWorld } from "./world";

/** What of a story's world is needed here. */
export type World = Pick<WholeWorld, "rows" | "office" | "day" | "who">;

type Bend = { day?: string; signedBy?: string; evenIfLost?: boolean };

/** The newest line of somebody's own in the database, as the team page gives it. */
export function lineOf(world: World, { id }: SeedPerson) {
  const [line] = world.rows<{ entry: string; publicKey: string; fingerprint: string }>(
    "SELECT entry, publicKey, fingerprint FROM Person WHERE id = ?",
    id,
  );
  if (!line) throw new Error("Nobody has this id.");
  return line;
}

/** What a holder of the office key sends to end a person's line; `bend` makes it wrong. */
export async function writeEnding(world: World, person: SeedPerson, reason: EndingReason, bend: Bend = {}) {
  const line = lineOf(world, person);
  const { office } = world;
  const officePrivateKey = bend.signedBy ?? office.keys.privateKey;
  const day = bend.day ?? world.day;
  const { fingerprint } = line;
  const ending = { v: 1 as const, line: await sha256Hex(line.entry), person: person.id, fingerprint, reason, day };
  const now = office.now();
  return {
    ending: canonicalJson(ending),
    endingSignature: await signEnding(ending, officePrivateKey),
    revokedKey:
      reason === "rolesChanged"
        ? null
        : await revokeCertification({ publicKey: line.publicKey, officePrivateKey, reason, now }),
    next: null as null | Awaited<ReturnType<typeof certifyLine>>,
    evenIfLost: bend.evenIfLost ?? false,
  };
}

/** A line of the directory for a key and roles, signed by the office key. */
export async function certifyLine(world: World, person: SeedPerson, keys: KeyPair, roles: Role[]) {
  const { office, day } = world;
  const entry = {
    v: 1 as const,
    person: person.id,
    name: person.displayName,
    fingerprint: keys.fingerprint,
    roles,
    day,
  };
  const officePrivateKey = office.keys.privateKey;
  return {
    publicKey: await certifyKey({
      publicKey: keys.publicKey,
      name: person.displayName,
      officePrivateKey,
      now: office.now(),
    }),
    entry: canonicalJson(entry),
    entrySignature: await signDirectoryEntry(entry, officePrivateKey),
  };
}

/** Sends an ending as an administrator. */
export function sendEnding(world: World, person: SeedPerson, body: unknown, by = "ada") {
  return world.who(by).client.call<{ cases: number }>("POST", `/api/v1/team/${person.id}/ending`, body);
}

/** Takes somebody out of the office. */
export async function dismiss(world: World, name: string, reason: "left" | "compromised" = "left") {
  const person = world.who(name);
  return sendEnding(world, person, await writeEnding(world, person, reason));
}

/** Makes a new key as the person's own browser would, signed by the present one, and offers it. */
export async function offerKey(world: World, person: SeedPerson, reason: "superseded" | "compromised" = "superseded") {
  const now = world.office.now();
  const keys = await generateKeyPair({ name: person.displayName, now });
  const { salt } = await person.client.call<{ salt: string }>("GET", `/api/v1/sign-in?name=${person.name}`);
  const { lockKey } = await deriveStaffSecrets(person.passphrase, salt);
  const { privateKey, publicKey, fingerprint } = keys;
  const text = successionText({
    v: 1,
    person: person.id,
    from: person.keys.fingerprint,
    to: fingerprint,
    day: world.day,
  });
  const body = {
    publicKey,
    fingerprint,
    lockedKey: await lockPrivateKey({ privateKey, lockKey, fingerprint }),
    recoveryKey: await exportForRecovery({ privateKey, passphrase: "words for a story" }),
    reason,
    day: world.day,
    signature: await signText(text, person.keys.privateKey, now),
  };
  await person.client.call("POST", "/api/v1/account/next-key", body);
  return { keys, body };
}

/** Certifies the key that somebody offered; from then on `person.keys` is the new one. Gives the old one. */
export async function rotate(world: World, name: string, reason: "superseded" | "compromised" = "superseded") {
  const person = world.who(name);
  const old = person.keys;
  const { keys } = await offerKey(world, person, reason);
  const ending = await writeEnding(world, person, reason);
  const next = await certifyLine(world, person, keys, person.roles);
  await sendEnding(world, person, { ...ending, next });
  person.keys = keys;
  return old;
}

type Page = { wraps: { id: string; sealed: string }[]; next: string | null; left: number | null };

/** Moves every case key from an old key to the present one; gives how many there were. */
export async function moveWraps(office: SeedOffice, person: SeedPerson, old: KeyPair): Promise<number> {
  const path = "/api/v1/account/wraps";
  let page = await person.client.call<Page>("GET", path);
  const { left } = page;
  for (;;) {
    const moved = { privateKey: old.privateKey, recipient: person.keys.publicKey, now: office.now() };
    const wraps = await Promise.all(
      page.wraps.map(async ({ id, sealed }) => ({
        id,
        // What the old key does not open, as a broken page may have left it, stays where it is.
        sealed: await resealWrap({ sealed, ...moved }).catch(() => null),
      })),
    );
    await person.client.call("POST", path, { wraps: wraps.filter((wrap) => wrap.sealed !== null) });
    if (page.next === null) return left ?? 0;
    page = await person.client.call<Page>("GET", `${path}?after=${page.next}`);
  }
}
