import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, type Database, openDatabase } from "~/platform/database.server";
import { hashHex } from "~/platform/secrets.server";
import { officeCalendar } from "~/services/calendar.server";
import { actRow } from "~/services/case-record.server";
import { randomId } from "~crypto/bytes";
import { canonicalJson } from "~crypto/canonical";
import { generateCompartmentKey } from "~crypto/compartments";
import { signDirectoryEntry } from "~crypto/directory";
import { sealItem } from "~crypto/items";
import { certifyKey, generateKeyPair, type KeyPair } from "~crypto/keys";
import { deriveReceiptSecrets, drawReceipt } from "~crypto/receipt";
import { type CaseContext, type CaseSnapshot, type Day, type Kind, type Places, startCase } from "~workflows";

/** An office with one person for intake, on a database of its own, in this process. */
export interface MailboxOffice {
  db: Database;
  keys: KeyPair;
  tara: string;
  close: () => Promise<void>;
}

/** Opens a database and founds the office in it. */
export async function openMailboxOffice(): Promise<MailboxOffice> {
  const folder = mkdtempSync(join(tmpdir(), "ombra-mailbox-"));
  const db = await openDatabase(readConfig({ NODE_ENV: "test", OMBRA_ROOT: process.cwd(), DATA_DIR: folder }));
  const now = new Date();
  const [keys, person] = await Promise.all([
    generateKeyPair({ name: "", now }),
    generateKeyPair({ name: "Tara", now }),
  ]);
  await db.office.create({
    data: {
      id: "office",
      name: "Office of Tests",
      languages: '["en","ar"]',
      timeZone: "UTC",
      publicKey: keys.publicKey,
      fingerprint: keys.fingerprint,
      recoveryKey: "",
      createdDay: "2026-01-01",
    },
  });
  const tara = randomId();
  const entry = {
    v: 1,
    person: tara,
    name: "Tara",
    fingerprint: person.fingerprint,
    roles: ["intake"],
    day: "2026-01-01",
  };
  await db.person.create({
    data: {
      id: tara,
      name: "tara",
      displayName: "Tara",
      roles: '["intake"]',
      state: "active",
      publicKey: await certifyKey({
        publicKey: person.publicKey,
        name: "Tara",
        officePrivateKey: keys.privateKey,
        now,
      }),
      fingerprint: person.fingerprint,
      keyIds: "[]",
      entry: canonicalJson(entry),
      entrySignature: await signDirectoryEntry(entry as never, keys.privateKey),
      lockedKey: "",
      recoveryKey: "",
      kdf: "{}",
      salt: "",
      signInHash: "",
      createdDay: "2026-01-01",
    },
  });
  const close = async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db, keys, tara, close };
}

type Plan = { kind?: Kind; at?: Partial<Places>; context?: Partial<CaseContext>; channel?: "browser" | "armored" };

/** A case put where a test wants it, in any state of any region, with a conversation that holds nothing yet. */
export async function putCase(
  { db, keys, tara }: MailboxOffice,
  { kind = "tip", at = {}, context = {}, channel = "browser" }: Plan = {},
) {
  const { today: day } = await officeCalendar();
  const [id, compartmentId, words] = [randomId(), randomId(), drawReceipt()];
  const { locator, auth } = await deriveReceiptSecrets(words, keys.fingerprint);
  const { publicKey, fingerprint } = await generateCompartmentKey({ now: new Date() });
  const snapshot = placed(startCase({ kind, day, channel, policy: "", urgent: false }), at, context);
  await db.case.create({
    data: {
      id,
      reference: `R${id.slice(0, 8)}`,
      kind,
      channel,
      state: snapshot.value.procedure,
      snapshot: JSON.stringify(snapshot),
      machineVersion: "2",
      version: 1,
      submissionDigest: id,
      locatorHash: hashHex(locator),
      authHash: hashHex(auth),
      createdDay: day,
      accesses: { create: { personId: tara, sort: "" } },
    },
  });
  await db.compartment.create({
    data: { id: compartmentId, caseId: id, type: "correspondence", epoch: 1, publicKey, fingerprint, receiptWrap: "" },
  });
  await addSystemAct(db, id, "case.register", {}, day);
  const sealed = async (text: string, seq = 0, kind = "message") => {
    const payload = { case: id, compartment: "correspondence" as const, kind, seq, prev: "", body: { text } };
    const { armored } = await sealItem({ payload, compartmentPublicKey: publicKey, now: new Date() });
    return { id: randomId(), kind: kind as "message", seq, armored };
  };
  return { id, day, compartment: compartmentId, keys: { locator, auth }, sealed };
}

/** Moves a snapshot to other places, with another memory. */
export function placed(snapshot: CaseSnapshot, at: Partial<Places>, context: Partial<CaseContext>): CaseSnapshot {
  const value = { ...snapshot.value, ...at };
  return { ...snapshot, value, context: { ...snapshot.context, ...context, at: value } };
}

/** Writes an act of the clock, as the sweep leaves it. */
export async function addSystemAct(db: Database, caseId: string, event: string, codes: object, day: Day) {
  const last = await db.act.findFirst({ where: { caseId }, orderBy: { seq: "desc" } });
  const act = {
    v: 1,
    case: caseId,
    seq: last ? last.seq + 1 : 0,
    event,
    codes,
    itemDigests: [],
    prevAct: last?.digest ?? "",
    day,
    actor: "system",
    role: "system",
  } as Parameters<typeof actRow>[0];
  await db.act.create({ data: actRow(act, null) });
}
