import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "~/platform/database.server";
import { isMailAddress } from "~/platform/mail-address.server";
import { readMailConfig } from "~/platform/mail-config.server";
import { markNoticesRead, readDeskNotices } from "~/services/notices/desk-notices.server";
import { keepMailWish } from "~/services/notices/mail-wish.server";
import { oweParty } from "~/services/notices/owe.server";
import { adoptNotices } from "~/services/notices/replace.server";
import { sendDueNotices } from "~/services/notices/send-due.server";
import { saveMailSettings } from "~/services/notices/settings.server";
import { sealNotice, writePlainNotice } from "~crypto/notice-mail";
import {
  addCase,
  addPerson,
  DAY_MS,
  emptyOffice,
  foundNoticeOffice,
  happen,
  later,
  NOW,
  type NoticeOffice,
  type NoticePerson,
  states,
} from "./support/office";
import { type SmtpPeer, startPeer } from "./support/smtp-peer";

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

const asMe = ({ id }: NoticePerson) => ({ id, name: "", displayName: "", roles: ["intake"] });

const BAD_ADDRESSES = [
  "",
  "ana",
  "ana@office.example\r\nBcc: other@example.org",
  "ana@office.example\n",
  "ana@office.example\u2028",
  " ana@office.example",
  "Ana <ana@office.example>",
  "<ana@office.example>",
  "ana@office.example,ben@office.example",
  "ana@office.example;ben@office.example",
  "group: ana@office.example;",
  "ana(comment)@office.example",
  '"ana ben"@office.example',
  '"ana@evil.example x"@office.example',
  "ana@evil.example@office.example",
  "@relay.example:ana@office.example",
  "ana%office.example@relay.example",
  "relay!ana@office.example",
  "ana..b@office.example",
  ".ana@office.example",
  "-oQ/tmp@office.example",
  "ana@office",
  "ana@-office.example",
  "ana@office..example",
  "ana@office.example.",
  "ana@[127.0.0.1]",
  "ana@127.0.0.1",
  "änne@office.example",
  "ana@öffice.example",
  "ana@office.example\0",
  `${"a".repeat(65)}@office.example`,
  `ana@${"a".repeat(64)}.example`,
  `ana@${"abcdefgh.".repeat(30)}example`,
];

test.each(BAD_ADDRESSES)("%j is no address: it is refused when it is set, and nothing changes", async (mail) => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  const input = { mail, mode: "batched" as const };
  await expect(saveMailSettings(asMe(ana), input)).rejects.toMatchObject({
    status: 400,
    facts: { rule: "badAddress" },
  });
  const caseId = await addCase([]);
  const wish = { caseId, address: mail, key: null, day: "2026-11-23" };
  await expect(database().$transaction((tx) => keepMailWish(tx, wish))).rejects.toMatchObject({ status: 400 });
  expect(await database().mailWish.count()).toBe(0);
  expect((await database().person.findFirstOrThrow()).mail).toBe("ana@office.example");
});

test.each(["ana@office.example", "a.b-c_d+e@mail.office.example", "o'neil@xn--ffice-kua.example", "1@2.ex"])(
  "%s is an address",
  (address) => expect(isMailAddress(address)).toBe(true),
);

test("even an address that got past every check cannot add a header", async () => {
  const to = "ana@office.example\r\nBcc: other@example.org";
  const common = { from: "notices@office.example", to, text: "x", now: NOW };
  expect(() => writePlainNotice(common)).toThrow("badAddress");
  const { publicKey: recipient, privateKey: signingKey } = office.keys;
  await expect(sealNotice({ ...common, recipient, signingKey })).rejects.toThrow("badAddress");
});

const BAD_SETTINGS: [string, Record<string, string>][] = [
  ["MAIL_FROM", { SMTP_URL: "smtp://mail.example" }],
  ["MAIL_FROM", { SMTP_URL: "smtp://mail.example", MAIL_FROM: "Office <a@b.example>" }],
  ["SMTP_URL", { SMTP_URL: "https://user:s3cret@mail.example", MAIL_FROM: "a@b.example" }],
  ["SMTP_URL", { SMTP_URL: "mail.example:25", MAIL_FROM: "a@b.example" }],
  ["SMTP_URL", { SMTP_URL: "smtp://user:s3cret@mail.example/path", MAIL_FROM: "a@b.example" }],
  ["SMTP_URL", { SMTP_URL: "smtp://user:s3cret@mail.example?rejectUnauthorized=false", MAIL_FROM: "a@b.example" }],
  ["SMTP_TLS_CA", { SMTP_URL: "smtp://mail.example", MAIL_FROM: "a@b.example", SMTP_TLS_CA: "/nowhere" }],
];

test.each(BAD_SETTINGS)("a %s that cannot be meant is named, and no password is repeated (%j)", (name, env) => {
  expect(() => readMailConfig(env)).toThrow(name);
  expect(() => readMailConfig(env)).toThrow(expect.not.stringContaining("s3cret"));
});

test.each([
  ["smtp://mail.example", { port: 587, secure: false, requireTls: false }],
  ["smtp://mail.example?requireTLS", { port: 587, secure: false, requireTls: true }],
  ["smtp://me:pw@mail.example:25", { port: 25, secure: false, requireTls: true, user: "me", password: "pw" }],
  ["smtp://me:pw@127.0.0.1:25", { secure: false, requireTls: false }],
  ["smtp+starttls://me:p%40w@mail.example", { port: 587, requireTls: true, password: "p@w" }],
  ["smtps://mail.example", { port: 465, secure: true }],
])("%s says how to connect; a password makes encryption a must", (SMTP_URL, expected) => {
  expect(readMailConfig({ SMTP_URL, MAIL_FROM: "a@b.example" })).toMatchObject(expected);
});

test("without a mail server notices wait in the desk, and leave in one mail each once there is one", async () => {
  const [ana, ben] = [await addPerson(office, "Ana", "ana@office.example"), await addPerson(office, "Ben", null)];
  const id = await addCase([ana, ben]);
  await database().mailWish.create({
    data: { caseId: id, address: "a@exporter.example", key: null, day: "2026-11-23" },
  });
  delete process.env.SMTP_URL;
  await happen(id);
  await happen(id, { urgent: true });
  await database().$transaction((tx) => oweParty(tx, { caseId: id, now: NOW }));
  expect(new Set(await states())).toEqual(new Set(["desk"]));
  expect(await sendDueNotices(later(DAY_MS))).toEqual({ sent: 0, failed: 0 });
  process.env.SMTP_URL = peer.url;
  await adoptNotices(true, later(DAY_MS));
  await sendDueNotices(later(2 * DAY_MS));
  expect(peer.received.flatMap(({ to }) => to).sort()).toEqual(["a@exporter.example", "ana@office.example"]);
  expect(await states(ben.id)).toEqual(["desk", "desk"]);
});

test("when the mail server is taken away, what waited for it is shown in the desk", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]));
  await adoptNotices(false, NOW);
  expect(await states()).toEqual(["desk"]);
});

test("who gives an address gets what waited in the desk; who takes it away gets no more", async () => {
  const ana = await addPerson(office, "Ana", null);
  const id = await addCase([ana]);
  await happen(id);
  expect(await states()).toEqual(["desk"]);
  await saveMailSettings(asMe(ana), { mail: "ana@office.example", mode: "batched" });
  await sendDueNotices(later(2000 * DAY_MS));
  expect(peer.received.map(({ to }) => to)).toEqual([["ana@office.example"]]);
  await happen(id);
  expect(await saveMailSettings(asMe(ana), { mail: "ana@office.example", mode: "off" })).toMatchObject({ mode: "off" });
  await happen(id, { urgent: true });
  await sendDueNotices(later(2000 * DAY_MS));
  expect(peer.received).toHaveLength(1);
  expect(await states()).toEqual(["desk", "desk", "sent"]);
});

test("the desk counts cases with unread news, and none that the person was taken off", async () => {
  const [ana, ben] = [await addPerson(office, "Ana", "ana@office.example"), await addPerson(office, "Ben", null)];
  const [first, second] = [await addCase([ana, ben]), await addCase([ana])];
  for (const id of [first, first, second]) await happen(id);
  expect([await readDeskNotices(ana), await readDeskNotices(ben)]).toEqual([2, 1]);
  await sendDueNotices(later(DAY_MS));
  expect(await readDeskNotices(ana)).toBe(2);
  await markNoticesRead(database(), { personId: ana.id, caseId: first });
  expect([await readDeskNotices(ana), await readDeskNotices(ben)]).toEqual([1, 1]);
  await database().access.deleteMany();
  expect([await readDeskNotices(ana), await readDeskNotices(ben)]).toEqual([0, 0]);
});

test("news that was read in the desk before its batch leaves no mail behind", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  const id = await addCase([ana]);
  await happen(id);
  await markNoticesRead(database(), { personId: ana.id, caseId: id });
  await sendDueNotices(later(DAY_MS));
  expect(peer.received).toEqual([]);
});
