import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import english from "~/locales/en/notices.json";
import { now } from "~/platform/clock.server";
import { database } from "~/platform/database.server";
import { requireNoticeKey } from "~/services/notices/notice-key.server";
import { readOfficeNotices, retryNotices } from "~/services/notices/office-notices.server";
import { oweParty } from "~/services/notices/owe.server";
import { sendDueNotices } from "~/services/notices/send-due.server";
import { forgetOldNotices } from "~/services/notices/start-notices.server";
import { certifyKey } from "~crypto/keys";
import {
  addCase,
  addPerson,
  DAY_MS,
  emptyOffice,
  foundNoticeOffice,
  happen,
  NOW,
  type NoticeOffice,
  states,
} from "./support/office";
import { type SmtpPeer, startPeer } from "./support/smtp-peer";

const FAULTS = [
  ...["noKey", "keyExpired", "keyRevoked", "keyWeak", "notCertified", "notWritten"],
  ...["refused", "later", "unreachable", "tls", "auth", "unknown", "other"],
];
const ADMINISTRATOR = { roles: ["administrator"] };

let office: NoticeOffice;
let peer: SmtpPeer;
beforeAll(async () => {
  office = await foundNoticeOffice();
});
afterAll(() => office.stop());
beforeEach(async () => {
  peer = await startPeer();
  process.env.SMTP_URL = peer.url;
});
afterEach(async () => {
  await peer.stop();
  await emptyOffice();
});

test.each([["intake"], ["investigator"], ["reviewer"], ["liaison"]])(
  "%s sees nothing of the office's mail",
  async (role) => {
    await expect(readOfficeNotices({ roles: [role] })).rejects.toMatchObject({ status: 404 });
    await expect(retryNotices({ roles: [role] }, { notice: "0".repeat(32) })).rejects.toMatchObject({ status: 404 });
  },
);

test("the page says that no mail server is set", async () => {
  delete process.env.SMTP_URL;
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]));
  expect(await readOfficeNotices(ADMINISTRATOR)).toMatchObject({ mail: null, inDesk: 1, waiting: 0 });
});

test("the page counts people and not events, and names nothing that belongs to a case", async () => {
  const [ana, ben] = [
    await addPerson(office, "Ana", "ana@office.example", { publicKey: "broken" }),
    await addPerson(office, "Ben", "ben@office.example"),
  ];
  const id = await addCase([ana, ben], "grievance");
  await database().mailWish.create({
    data: { caseId: id, address: "a@exporter.example", key: "bad", day: "2026-11-23" },
  });
  for (let nth = 0; nth < 5; nth++) await happen(id, { urgent: true, now: now() });
  await sendDueNotices(now());
  await happen(id, { now: now() });
  await database().$transaction((tx) => oweParty(tx, { caseId: id, now: new Date(now().getTime() - DAY_MS) }));
  await sendDueNotices(now());
  const page = await readOfficeNotices(ADMINISTRATOR);
  expect(page).toMatchObject({ waiting: 2, sentToday: 1, stuck: 2, inDesk: 0 });
  expect(page.troubled.map(({ name, fault, nextTry }) => [name, fault, nextTry])).toEqual(
    expect.arrayContaining([
      ["Ana", "noKey", null],
      [null, "noKey", null],
    ]),
  );
  const { reference } = await database().case.findFirstOrThrow();
  for (const secret of [id, reference, "grievance", "a@exporter.example", "ana@office.example"])
    expect(JSON.stringify(page)).not.toContain(secret);
});

test("what is stuck leaves when the cause is mended and somebody tries again", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example", { publicKey: "broken" });
  const id = await addCase([ana]);
  await happen(id, { urgent: true });
  await happen(id, { urgent: true });
  await sendDueNotices(now());
  const publicKey = await certifyKey({
    ...ana.keys,
    name: "Ana",
    officePrivateKey: office.keys.privateKey,
    now: NOW,
  });
  await database().person.update({ where: { id: ana.id }, data: { publicKey } });
  const { troubled } = await readOfficeNotices(ADMINISTRATOR);
  expect(troubled).toHaveLength(1);
  await retryNotices({ roles: ["ombudsperson"] }, { notice: troubled[0]?.notice ?? "" });
  await sendDueNotices(now());
  expect(peer.received).toHaveLength(1);
  expect(await states()).toEqual(["sent", "sent"]);
  expect((await readOfficeNotices(ADMINISTRATOR)).troubled).toEqual([]);
});

test("what waits after a failure is on the page with the time of its next try, and can be tried at once", async () => {
  peer.manner = "later";
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(now());
  const [line] = (await readOfficeNotices(ADMINISTRATOR)).troubled;
  expect(line).toMatchObject({ name: "Ana", fault: "later" });
  expect(line?.nextTry).toBeGreaterThan(now().getTime());
  peer.manner = "accept";
  await retryNotices(ADMINISTRATOR, { notice: line?.notice ?? "" });
  await sendDueNotices(now());
  expect(peer.received).toHaveLength(1);
});

test("what is not in trouble cannot be tried", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]));
  const { id: notice } = await database().notice.findFirstOrThrow();
  await expect(retryNotices(ADMINISTRATOR, { notice })).rejects.toMatchObject({ status: 404 });
});

test("the key that signs is made once, even by several at a time, and shown on the page", async () => {
  await database().office.updateMany({ data: { noticeKey: null, noticePrivate: null } });
  const made = await Promise.all([requireNoticeKey(), requireNoticeKey(), requireNoticeKey()]);
  expect(new Set(made.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  const page = await readOfficeNotices(ADMINISTRATOR);
  expect(page.noticeKey).toEqual({
    fingerprint: made[0]?.fingerprint,
    publicKey: made[0]?.publicKey,
    isCertified: false,
  });
  expect(JSON.stringify(await database().office.findFirstOrThrow())).not.toContain("BEGIN PGP PRIVATE KEY");
});

test("what was sent or read is forgotten after a month; what nobody has read is not", async () => {
  const ana = await addPerson(office, "Ana", null);
  const caseId = await addCase([ana]);
  await happen(caseId);
  const old = { caseId, reason: "news", notBefore: 0n, createdDay: "2026-10-01", personId: ana.id };
  const rows = [
    ...["sent", "read", "desk", "stuck"].map((state) => ({ ...old, state })),
    // The desk shows what concerns the office as a whole where it is: such a row is never opened.
    { ...old, caseId: null, reason: "office", state: "desk" },
  ];
  await database().notice.createMany({ data: rows.map((row, nth) => ({ ...row, id: `${nth}`.repeat(32) })) });
  await forgetOldNotices(NOW);
  expect(await states()).toEqual(["desk", "desk", "stuck"]);
});

test("with another secret the old key cannot be opened, and another takes its place", async () => {
  const before = await requireNoticeKey();
  await database().office.updateMany({ data: { noticePrivate: "AAAA" } });
  const after = await requireNoticeKey();
  expect(after.fingerprint).not.toBe(before.fingerprint);
  expect(await requireNoticeKey()).toEqual(after);
});

test("every fault has words", () => {
  expect(Object.keys(english.fault).sort()).toEqual([...FAULTS].sort());
});
