import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, database, openDatabase } from "~/platform/database.server";
import { newId } from "~/platform/secrets.server";
import { oweNotices } from "~/services/notices/owe.server";
import { certifyKey, generateKeyPair, type KeyPair } from "~crypto/keys";

/** A Monday afternoon in the middle of a batch. */
export const NOW = new Date("2026-11-23T15:04:05.678Z");
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
export const FROM = "notices@office.example";
export const later = (ms: number) => new Date(NOW.getTime() + ms);

/** An office in this process, on a database of its own, with real keys. */
export interface NoticeOffice {
  keys: KeyPair;
  dataFolder: string;
  stop(): Promise<void>;
}

/** Someone of the office with their key; `publicKey` is certified unless the test says otherwise. */
export interface NoticePerson {
  id: string;
  keys: KeyPair;
}

/** Opens an empty database and founds an office in it. */
export async function foundNoticeOffice(): Promise<NoticeOffice> {
  const dataFolder = mkdtempSync(join(tmpdir(), "ombra-notices-"));
  Object.assign(process.env, { DATA_DIR: dataFolder, MAIL_FROM: FROM });
  await openDatabase(readConfig());
  const keys = await generateKeyPair({ name: "Office of Notices", now: NOW });
  await database().office.create({
    data: {
      id: "office",
      name: "Office of Notices",
      languages: '["en","ar"]',
      timeZone: "Europe/Berlin",
      publicKey: keys.publicKey,
      fingerprint: keys.fingerprint,
      recoveryKey: "",
      createdDay: "2026-11-20",
    },
  });
  return {
    keys,
    dataFolder,
    async stop() {
      await closeDatabase();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Adds a person with a certified key, or with another one that the test brings. */
export async function addPerson(
  office: NoticeOffice,
  name: string,
  mail: string | null,
  more: { mailMode?: string; publicKey?: string; now?: Date } = {},
): Promise<NoticePerson> {
  const keys = await generateKeyPair({ name, now: NOW });
  const certified = await certifyKey({ ...keys, name, officePrivateKey: office.keys.privateKey, now: NOW });
  const id = newId();
  await database().person.create({
    data: {
      id,
      name: `${name.toLowerCase()}-${id.slice(0, 6)}`,
      displayName: name,
      roles: '["intake"]',
      state: "active",
      publicKey: more.publicKey ?? certified,
      fingerprint: keys.fingerprint,
      keyIds: "[]",
      entry: "",
      entrySignature: "",
      lockedKey: "",
      recoveryKey: "",
      kdf: "{}",
      salt: "",
      signInHash: "",
      createdDay: "2026-11-20",
      mail,
      mailMode: more.mailMode ?? "batched",
    },
  });
  return { id, keys };
}

/** A case with these people on it. */
export async function addCase(people: NoticePerson[], kind = "tip", recused: string[] = []): Promise<string> {
  const id = newId();
  await database().case.create({
    data: {
      id,
      reference: id.slice(0, 8),
      kind,
      channel: "browser",
      state: "received",
      snapshot: JSON.stringify({ context: { recused } }),
      machineVersion: "2",
      version: 0,
      submissionDigest: "",
      createdDay: "2026-11-23",
      accesses: { create: people.map(({ id: personId }) => ({ personId, sort: "" })) },
    },
  });
  return id;
}

/** Something happened on a case. */
export function happen(caseId: string, more: { urgent?: boolean; actor?: string; now?: Date } = {}): Promise<number> {
  const { urgent = false, actor = "reporter", now = NOW } = more;
  return database().$transaction((tx) => oweNotices(tx, { caseId, actor, urgent, now }));
}

/** The states of all notices, in no order. */
export async function states(personId?: string): Promise<string[]> {
  const rows = await database().notice.findMany({ where: personId ? { personId } : {} });
  return rows.map(({ state }) => state).sort();
}

/** Removes people, cases and notices, so that each test begins with an empty office. */
export async function emptyOffice(): Promise<void> {
  const db = database();
  await db.notice.deleteMany();
  await db.mailWish.deleteMany();
  await db.access.deleteMany();
  await db.case.deleteMany();
  await db.person.deleteMany();
}
