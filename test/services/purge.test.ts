import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "~/platform/config.server";
import { closeDatabase, type Database, openDatabase, type Transaction } from "~/platform/database.server";
import { hashHex } from "~/platform/secrets.server";
import { actRow, itemRow } from "~/services/case-record.server";
import { openMailbox } from "~/services/mailbox.server";
import { forgetOldPages } from "~/services/purge/forget-old-pages.server";
import { purgeCase } from "~/services/purge/purge-case.server";
import { retentionList } from "~/services/purge/retention-list.server";
import { type Act, signAct, verifyChain } from "~crypto/acts";
import { randomId } from "~crypto/bytes";
import { generateCompartmentKey } from "~crypto/compartments";
import { sealItem } from "~crypto/items";
import { generateKeyPair, type KeyPair } from "~crypto/keys";
import { deriveReceiptSecrets, drawReceipt } from "~crypto/receipt";
import { wrapForReceipt, wrapKey } from "~crypto/wraps";

const ARCHIVED = "2026-11-23";
const CASES = 12;
const now = new Date();
const config = () => readConfig({ NODE_ENV: "test", OMBRA_ROOT: process.cwd(), DATA_DIR: folder });

let folder: string;
let db: Database;
let office: KeyPair;
let officer: KeyPair;
const person = randomId();
const stranger = randomId();
const cases: Awaited<ReturnType<typeof addCase>>[] = [];
const nth = (index: number) => cases[index] as (typeof cases)[number];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ombra-purge-"));
  db = await openDatabase(config());
  [office, officer] = await Promise.all([generateKeyPair({ name: "", now }), generateKeyPair({ name: "", now })]);
  const nobody = { entry: "", entrySignature: "", lockedKey: "", recoveryKey: "", kdf: "{}", salt: "", signInHash: "" };
  for (const id of [person, stranger])
    await db.person.create({
      data: {
        ...nobody,
        id,
        name: id,
        displayName: id,
        roles: '["ombudsperson"]',
        state: "active",
        publicKey: officer.publicKey,
        fingerprint: `${officer.fingerprint}${id}`,
        keyIds: "[]",
        createdDay: ARCHIVED,
      },
    });
  for (let index = 0; index < CASES; index++) cases.push(await addCase());
});
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

test("the dry run counts what would be destroyed, and names no case to somebody who is not on it", async () => {
  await place(nth(0).id, { retention: "onHold", protection: "incidentOpen" }, []);
  await db.due.updateMany({ where: { caseId: nth(0).id }, data: { duty: "holdReview", day: "2029-11-01" } });
  await place(nth(1).id, { retention: "scheduled", protection: "ended" }, [stranger]);
  const list = await retentionList({ id: person, roles: ["ombudsperson"] }, "2028-11-01");
  expect(list.rows).toHaveLength(CASES);
  expect(list.rows.find((row) => row.case === nth(0).id)?.stops).toEqual(["hold", "protection"]);
  expect(list.rows.find((row) => row.case === nth(2).id)).toMatchObject({
    reference: nth(2).reference,
    day: "2028-11-23",
    stops: [],
    holdings: { items: 2, parts: 1, keys: 1, wraps: 1 },
  });
  const other = await retentionList({ id: stranger, roles: ["ombudsperson"] }, "2028-11-01");
  expect([other.rows, other.others]).toEqual([[], CASES - 1]);
  await expect(retentionList({ id: person, roles: ["intake"] }, "2028-11-01")).rejects.toMatchObject({ status: 404 });
  // Two years before, only the hold is on the list.
  const early = await retentionList({ id: person, roles: ["ombudsperson"] }, ARCHIVED);
  expect(early.rows.map((row) => row.case)).toEqual([nth(0).id]);
});

test("a power cut at any point of a purge leaves the case whole", async () => {
  const { id } = nth(3);
  const before = await everything(id);
  for (let statement = 1; statement <= 11; statement++) {
    const cut = db.$transaction((tx) => purgeCase(breakAt(tx, statement), id, "2028-11"));
    await expect(cut).rejects.toThrow("power cut");
    expect(await everything(id)).toEqual(before);
  }
  await expect(
    db.$transaction(async (tx) => {
      await purgeCase(tx, id, "2028-11");
      throw new Error("power cut");
    }),
  ).rejects.toThrow("power cut");
  expect(await everything(id)).toEqual(before);
});

test("after a purge no byte of the case's ciphertext is in the database or its log, and other cases are whole", async () => {
  const purged = [nth(4), nth(5), nth(9)];
  const kept = nth(6);
  const before = await everything(kept.id);
  const standing = found(kept.needles);
  // A line that runs over the end of a page is in two pieces; nearly all are in one.
  for (const { needles } of [...purged, kept]) expect(found(needles).length).toBeGreaterThan(needles.length * 0.9);
  for (const { id } of purged) expect(await db.$transaction((tx) => purgeCase(tx, id, "2028-11"))).toBe(true);
  expect(await forgetOldPages(config())).toBe(true);
  expect(found(purged.flatMap((one) => one.needles))).toEqual([]);
  expect(found(kept.needles)).toEqual(standing);
  expect(await everything(kept.id)).toEqual(before);
});

test("what stays of a purged case is its skeleton", async () => {
  const { id, last } = nth(4);
  const row = await db.case.findUniqueOrThrow({ where: { id } });
  expect(JSON.parse(row.snapshot)).toEqual({
    version: 2,
    kind: "tip",
    status: "done",
    outcome: "SUBSTANTIATED",
    ground: null,
    tier: "T2",
    receivedMonth: "2026-07",
    closedMonth: "2026-10",
    chain: last,
    acts: 3,
  });
  expect(row).toMatchObject({
    state: "purged",
    purgedMonth: "2028-11",
    createdDay: "2026-07",
    tier: "T2",
    dueDay: null,
  });
  const { acts, ...rest } = await everything(id);
  expect(acts).toHaveLength(3);
  expect(Object.values(rest.rows).flat()).toEqual([]);
});

test("the chain of a purged case still verifies, and the skeleton shows that nothing was cut off", async () => {
  const { id, last } = nth(4);
  const acts = await db.act.findMany({ where: { caseId: id }, orderBy: { seq: "asc" } });
  await verifyChain(
    acts.map(({ text, signature }) => ({ act: JSON.parse(text) as Act, signature })),
    (who) => (who === person ? officer.publicKey : null),
  );
  expect(acts.at(-1)?.digest).toBe(last);
});

test("the receipt of a purged case opens nothing, and looks like one that never existed", async () => {
  const answerTo = async (words: string[]) => {
    const { locator, auth } = await deriveReceiptSecrets(words, office.fingerprint);
    return openMailbox({ locator, auth }).then(
      () => "open",
      ({ status, title }: { status: number; title: string }) => `${status} ${title}`,
    );
  };
  expect(await answerTo(nth(4).words)).toBe(await answerTo(drawReceipt()));
  expect(await answerTo(nth(6).words)).toBe("open");
});

test("a second purge does nothing, and each case is counted once", async () => {
  const { id } = nth(4);
  const before = await everything(id);
  expect(await db.$transaction((tx) => purgeCase(tx, id, "2029-01"))).toBe(false);
  expect(await everything(id)).toEqual(before);
  const { purged, rows } = await retentionList({ id: person, roles: ["administrator"] }, "2028-11-30");
  expect(purged).toEqual([{ quarter: "2028-Q4", counts: { tip: 3 } }]);
  expect(rows.map((row) => row.case)).not.toContain(id);
});

/** One archived case with real keys, everything that a case can hold, and the lines of its ciphertext to look for. */
async function addCase() {
  const [id, compartmentId, words] = [randomId(), randomId(), drawReceipt()];
  const { locator, auth, wrapKey: receiptWrapKey } = await deriveReceiptSecrets(words, office.fingerprint);
  const [compartment, receipt] = await Promise.all([
    generateCompartmentKey({ now }),
    generateKeyPair({ name: "", now }),
  ]);
  const items: { armored: string; digest: string }[] = [];
  for (const text of ["What happened.", "And what happened then."]) {
    const payload = { case: id, compartment: "correspondence" as const, kind: "report", seq: items.length, prev: "" };
    items.push(
      await sealItem({ payload: { ...payload, body: { text } }, compartmentPublicKey: compartment.publicKey, now }),
    );
  }
  const sealed = await wrapKey({ privateKey: compartment.privateKey, recipient: officer.publicKey, now });
  const receiptWrap = await wrapForReceipt(compartment.privateKey, receiptWrapKey);
  const lockedKey = await wrapForReceipt(receipt.privateKey, receiptWrapKey);
  const part = randomBytes(100_000);
  const reference = `R${id.slice(0, 8)}`;
  const snapshot = {
    version: 2,
    kind: "tip",
    status: "done",
    value: { procedure: "archived", retention: "scheduled", protection: "unassessed" },
    context: {
      outcome: "SUBSTANTIATED",
      ground: null,
      tier: "T2",
      receivedDay: "2026-07-05",
      closedDay: "2026-10-09",
      recused: [] as string[],
    },
  };
  await db.case.create({
    data: {
      id,
      reference,
      kind: "tip",
      channel: "browser",
      state: "archived",
      tier: "T2",
      snapshot: JSON.stringify(snapshot),
      machineVersion: "2",
      version: 3,
      submissionDigest: randomId(),
      locatorHash: hashHex(locator),
      authHash: hashHex(auth),
      receiptKey: receipt.publicKey,
      receiptLockedKey: lockedKey,
      createdDay: "2026-07-05",
      lastSeq: 2,
    },
  });
  const { publicKey, fingerprint } = compartment;
  await db.compartment.create({
    data: { id: compartmentId, caseId: id, type: "correspondence", epoch: 1, publicKey, fingerprint, receiptWrap },
  });
  await db.wrap.create({ data: { id: randomId(), caseId: id, compartmentId, personId: person, sealed } });
  for (const [seq, { armored }] of items.entries())
    await db.item.create({
      data: itemRow(id, "2026-07-05", {
        id: randomId(),
        compartmentId,
        seq,
        kind: "report",
        author: "reporter",
        armored,
      }),
    });
  await db.part.create({
    data: {
      caseId: id,
      id: randomId(),
      digest: randomId(),
      size: part.length,
      stagedDay: "2026-07-05",
      bytes: { create: { bytes: part } },
    },
  });
  let prevAct = "";
  for (const [seq, event] of ["case.register", "case.acknowledge", "case.archive"].entries()) {
    const who = event === "case.acknowledge" ? { actor: person, role: "intake" } : { actor: "system", role: "system" };
    const itemDigests = seq === 0 ? items.map((item) => item.digest) : [];
    const act = { v: 1, case: id, seq, event, codes: {}, itemDigests, prevAct, day: "2026-07-05", ...who } as Act;
    const row = actRow(act, who.actor === person ? await signAct(act, officer.privateKey, now) : null);
    await db.act.create({ data: row });
    prevAct = row.digest;
  }
  await db.due.create({ data: { caseId: id, duty: "retention", day: "2028-11-23" } });
  await db.access.create({ data: { personId: person, caseId: id, sort: `2028-11-23 ${id}` } });
  await db.mailWish.create({ data: { caseId: id, address: `${id}@example.org`, day: "2026-07-05" } });
  await db.notice.create({
    data: { id: randomId(), caseId: id, reason: "urgent", notBefore: 0n, createdDay: "2026-07-05" },
  });
  await db.escalation.create({ data: { caseId: id, duty: "feedback", count: 1, day: "2026-10-05" } });
  const armors = [...items.map((item) => item.armored), sealed, publicKey].flatMap((text) => linesOf(text));
  const needles = [
    ...armors,
    lockedKey.slice(20, 84),
    receiptWrap.slice(20, 84),
    reference,
    `${id}@example.org`,
    hashHex(locator),
    ...[0, 50_000, 99_900].map((at) => part.subarray(at, at + 64)),
  ];
  return { id, reference, words, last: prevAct, needles };
}

/** Full lines of armor. The first ones are packet headers, which cases have in common. */
function linesOf(armor: string): string[] {
  return armor.split(/\r?\n/).filter((line, index) => index > 4 && /^[A-Za-z0-9+/]{60,}$/.test(line));
}

/** Those of the needles that stand in the database's files, as somebody with the disk would find them. */
function found(needles: (string | Buffer)[]) {
  const files = ["ombra.db", "ombra.db-wal"].map((name) => join(folder, name)).filter((file) => existsSync(file));
  const disk = Buffer.concat(files.map((file) => readFileSync(file)));
  return needles.filter((needle) => disk.includes(needle));
}

/** Moves a case in its regions, and recuses people. */
async function place(id: string, value: object, recused: string[]) {
  const { snapshot } = await db.case.findUniqueOrThrow({ where: { id } });
  const stored = JSON.parse(snapshot);
  const next = { ...stored, value: { ...stored.value, ...value }, context: { ...stored.context, recused } };
  await db.case.update({ where: { id }, data: { snapshot: JSON.stringify(next) } });
}

/** Every row that the database holds of a case. */
async function everything(caseId: string) {
  const where = { caseId };
  const [item, one, acts] = [
    await db.item.findMany({ where }),
    await db.case.findUnique({ where: { id: caseId } }),
    await db.act.findMany({ where, orderBy: { seq: "asc" } }),
  ];
  const rows = {
    item,
    wrap: await db.wrap.findMany({ where }),
    compartment: await db.compartment.findMany({ where }),
    part: await db.part.findMany({ where }),
    partBytes: await db.partBytes.findMany({ where }),
    due: await db.due.findMany({ where }),
    access: await db.access.findMany({ where }),
    mailWish: await db.mailWish.findMany({ where }),
    notice: await db.notice.findMany({ where }),
    escalation: await db.escalation.findMany({ where }),
  };
  return { case: one, acts, rows };
}

/** A transaction whose nth writing statement does not come back. */
function breakAt(tx: Transaction, nth: number): Transaction {
  let count = 0;
  const writes = ["deleteMany", "update", "upsert"];
  const table = (of: object) =>
    new Proxy(of, {
      get(target, name) {
        const method = Reflect.get(target, name);
        if (!writes.includes(String(name)) || ++count !== nth) return method;
        return () => Promise.reject(new Error("power cut"));
      },
    });
  return new Proxy(tx, { get: (target, name) => table(Reflect.get(target, name) as object) });
}
