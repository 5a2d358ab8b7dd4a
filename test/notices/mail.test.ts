import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "~/platform/database.server";
import { requireNoticeKey } from "~/services/notices/notice-key.server";
import { oweParty } from "~/services/notices/owe.server";
import { sendDueNotices } from "~/services/notices/send-due.server";
import { generateKeyPair, type KeyPair } from "~crypto/keys";
import { generateKey, KEY_KIND, readPrivateKey, revokeKey } from "../../crypto/openpgp";
import { armoredIn, readerWith, readMail } from "./support/mail";
import {
  addCase,
  addPerson,
  DAY_MS,
  emptyOffice,
  foundNoticeOffice,
  HOUR_MS,
  happen,
  later,
  MINUTE_MS,
  NOW,
  type NoticeOffice,
  states,
} from "./support/office";
import { type Received, type SmtpPeer, startPeer } from "./support/smtp-peer";

const AGAIN = "You may have had this message before.";

let office: NoticeOffice;
let peer: SmtpPeer;
let noticeKey: KeyPair;
beforeAll(async () => {
  process.env.DESK_ORIGIN = "https://desk.office.example";
  office = await foundNoticeOffice();
  noticeKey = await requireNoticeKey();
});
afterAll(async () => {
  delete process.env.DESK_ORIGIN;
  await office.stop();
});
beforeEach(async () => {
  peer = await startPeer();
  process.env.SMTP_URL = peer.url;
});
afterEach(async () => {
  await peer.stop();
  await emptyOffice();
});

/** The names of the headers, and the values that may not differ from mail to mail. */
function constantParts(mail: Received) {
  const { headers, body } = readMail(mail.raw);
  const varying = ["Message-ID", "To", "Date"];
  return {
    names: headers.map(([name]) => name),
    values: headers.filter(([name]) => !varying.includes(name)),
    lengths: [
      mail.raw.length,
      armoredIn(mail).length,
      body.length + (readMail(mail.raw).headers.find(([name]) => name === "To")?.[1].length ?? 0),
    ],
  };
}

test("a mail opens with gpg, says where to look and nothing else, and is signed by the notice key", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  const [mail] = peer.received as [Received];
  const reader = await readerWith(ana.keys.privateKey, noticeKey.publicKey);
  try {
    const { text, signer } = await reader.read(mail);
    expect(signer).toBe(noticeKey.fingerprint);
    expect(text.trimEnd()).toBe(
      [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        "https://desk.office.example",
        "",
        "There is news in your queue. Open the desk.",
        "",
        "لديكم مستجدات في قائمة عملكم. يُرجى فتح مكتب العمل.",
      ].join("\r\n"),
    );
  } finally {
    await reader.gpg.close();
  }
});

test("a mail is what RFC 3156 describes, with a day and no time, and no name of this machine", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  const { headers, body } = readMail(peer.received[0]?.raw ?? "");
  expect(headers).toEqual([
    ["Date", "Mon, 23 Nov 2026 00:00:00 +0000"],
    ["From", "notices@office.example"],
    ["To", "ana@office.example"],
    ["Message-ID", expect.stringMatching(/^<[0-9a-f]{32}@office\.example>$/)],
    ["Subject", "Notice"],
    ["Auto-Submitted", "auto-generated"],
    ["MIME-Version", "1.0"],
    [
      "Content-Type",
      expect.stringMatching(/^multipart\/encrypted; protocol="application\/pgp-encrypted"; boundary="[^"]+"$/),
    ],
  ]);
  const boundary = /boundary="([^"]+)"/.exec(headers.at(-1)?.[1] ?? "")?.[1] ?? "";
  const [, control, sealed, end] = body.split(`--${boundary}`);
  expect(control).toBe("\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n");
  expect(sealed).toMatch(/^\r\nContent-Type: application\/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\n/);
  expect(end).toBe("--\r\n");
});

test("no mail tells one case, kind, time, recipient, urgency or repetition from another by its bytes", async () => {
  const short = await addPerson(office, "Al", "a@office.example");
  const long = await addPerson(
    office,
    "Maximiliana of a Long Name",
    `${"x".repeat(60)}@${"y".repeat(60)}.office.example`,
  );
  await happen(await addCase([short], "tip"), { urgent: true });
  await happen(await addCase([long], "grievance"), { urgent: true });
  await sendDueNotices(NOW);
  for (let nth = 0; nth < 7; nth++) await happen(await addCase([short], "complaint"), { now: later(HOUR_MS) });
  await sendDueNotices(later(2 * HOUR_MS));
  await happen(await addCase([long], "complaint"), { now: later(9 * DAY_MS) });
  await database().notice.updateMany({ where: { state: "waiting" }, data: { fault: "unknown" } });
  await sendDueNotices(later(10 * DAY_MS));
  expect(peer.received).toHaveLength(4);
  const [first, ...others] = peer.received.map(constantParts);
  for (const other of others) expect(other).toEqual(first);
  const dates = peer.received.map(({ raw }) => readMail(raw).headers[0]?.[1]);
  expect(dates.every((date) => date?.includes(" 00:00:00 +0000"))).toBe(true);
});

test("what is inside has the same length too, repeated or not", async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  await happen(await addCase([ana]), { urgent: true, now: later(DAY_MS) });
  await database().notice.updateMany({ where: { state: "waiting" }, data: { fault: "unknown" } });
  await sendDueNotices(later(DAY_MS));
  const reader = await readerWith(ana.keys.privateKey, noticeKey.publicKey);
  try {
    const [first, second] = [
      await reader.read(peer.received[0] as Received),
      await reader.read(peer.received[1] as Received),
    ];
    expect([first.text.includes(AGAIN), second.text.includes(AGAIN)]).toEqual([false, true]);
    expect(second.length).toBe(first.length);
  } finally {
    await reader.gpg.close();
  }
});

test("a mail that was cut off after it was taken is sent again, says so inside, and looks the same outside", async () => {
  peer.manner = "drop";
  const ana = await addPerson(office, "Ana", "ana@office.example");
  await happen(await addCase([ana]), { urgent: true });
  await sendDueNotices(NOW);
  expect(peer.received).toHaveLength(1);
  peer.manner = "later";
  await sendDueNotices(later(2 * MINUTE_MS));
  peer.manner = "accept";
  await sendDueNotices(later(HOUR_MS));
  expect(peer.received).toHaveLength(2);
  const reader = await readerWith(ana.keys.privateKey, noticeKey.publicKey);
  try {
    const [first, second] = peer.received as [Received, Received];
    expect((await reader.read(first)).text).not.toContain(AGAIN);
    expect((await reader.read(second)).text).toContain(AGAIN);
    expect(constantParts(second)).toEqual(constantParts(first));
  } finally {
    await reader.gpg.close();
  }
});

const BAD_KEYS: [string, string, () => Promise<string | undefined>][] = [
  ["missing", "noKey", async () => ""],
  ["not certified", "notCertified", async () => (await generateKeyPair({ name: "Ana", now: NOW })).publicKey],
  [
    "expired",
    "keyExpired",
    async () => {
      const [date, keyExpirationTime] = [later(-10 * DAY_MS), 86_400];
      const userIDs = [{ name: "Ana" }];
      return (await generateKey({ ...KEY_KIND, userIDs, date, keyExpirationTime, format: "armored" })).publicKey;
    },
  ],
  [
    "revoked",
    "keyRevoked",
    async () => {
      const { privateKey } = await generateKeyPair({ name: "Ana", now: NOW });
      const key = await readPrivateKey({ armoredKey: privateKey });
      return (await revokeKey({ key, format: "armored" })).publicKey;
    },
  ],
];

test.each(BAD_KEYS)(
  "to somebody whose key is %s nothing is sent, and the reason is kept",
  async (_what, fault, make) => {
    const ana = await addPerson(office, "Ana", "ana@office.example", { publicKey: (await make()) ?? "" });
    const ben = await addPerson(office, "Ben", "ben@office.example");
    await happen(await addCase([ana, ben]), { urgent: true });
    await sendDueNotices(NOW);
    await sendDueNotices(later(DAY_MS));
    expect(peer.received.map(({ to }) => to)).toEqual([["ben@office.example"]]);
    const row = await database().notice.findFirstOrThrow({ where: { personId: ana.id } });
    expect([row.state, row.fault]).toEqual(["stuck", fault]);
  },
);

test("a party who asked for mail gets a constant text in the clear, and an encrypted one with a key", async () => {
  const party = await generateKeyPair({ name: "Exporter", now: NOW });
  const cases = [await addCase([]), await addCase([], "grievance"), await addCase([], "complaint")];
  const keys = [null, null, party.publicKey];
  for (const [nth, caseId] of cases.entries()) {
    const data = { caseId, address: `desk${nth}@exporter.example`, key: keys[nth] ?? null, day: "2026-11-23" };
    await database().mailWish.create({ data });
    expect(await database().$transaction((tx) => oweParty(tx, { caseId, now: NOW }))).toBe(1);
  }
  const other = await addCase([]);
  expect(await database().$transaction((tx) => oweParty(tx, { caseId: other, now: NOW }))).toBe(0);
  await sendDueNotices(later(HOUR_MS));
  const mails = [0, 1, 2].map((nth) => peer.received.find(({ to }) => to[0]?.startsWith(`desk${nth}`)) as Received);
  const [first, second, sealed] = mails as [Received, Received, Received];
  const text = (mail: Received) => Buffer.from(readMail(mail.raw).body, "base64").toString("utf8");
  expect(text(first).trimEnd()).toMatch(
    /^There is news for you\. Open your mailbox with your twelve words\.\r\n\r\n[\u0600-\u06ff ،.]/,
  );
  expect(text(second)).toBe(text(first));
  expect(second.raw.length).toBe(first.raw.length);
  const reader = await readerWith(party.privateKey, noticeKey.publicKey);
  try {
    const read = await reader.read(sealed);
    expect(read.text).toContain("There is news for you.");
    expect(read.signer).toBe(noticeKey.fingerprint);
  } finally {
    await reader.gpg.close();
  }
});

test("a party whose key has gone bad gets nothing in the clear instead", async () => {
  const caseId = await addCase([]);
  await database().mailWish.create({
    data: { caseId, address: "a@exporter.example", key: "no key", day: "2026-11-23" },
  });
  await database().$transaction((tx) => oweParty(tx, { caseId, now: NOW }));
  await sendDueNotices(later(HOUR_MS));
  expect(peer.received).toEqual([]);
  expect(await states()).toEqual(["stuck"]);
});

test("a party who no longer wants mail gets none", async () => {
  const caseId = await addCase([]);
  await database().mailWish.create({ data: { caseId, address: "a@exporter.example", key: null, day: "2026-11-23" } });
  await database().$transaction((tx) => oweParty(tx, { caseId, now: NOW }));
  await database().mailWish.deleteMany();
  await sendDueNotices(later(HOUR_MS));
  expect([peer.received, await states()]).toEqual([[], []]);
});

test("a party's older RSA key makes no mail of another size", async () => {
  const reader = await readerWith(
    (await generateKeyPair({ name: "Exporter", now: NOW })).privateKey,
    noticeKey.publicKey,
  );
  try {
    const make = ["--passphrase", "", "--quick-generate-key", "reader", "rsa2048", "default", "2y"];
    await reader.gpg.ok(make);
    const { text: list } = await reader.gpg.ok(["--with-colons", "--list-keys", "reader"]);
    const fingerprint =
      list
        .split("\n")
        .find((line) => line.startsWith("fpr:"))
        ?.split(":")[9] ?? "";
    await reader.gpg.ok(["--passphrase", "", "--quick-add-key", fingerprint, "rsa2048", "encr", "2y"]);
    const key = (await reader.gpg.ok(["--armor", "--export", fingerprint])).text;
    const ana = await addPerson(office, "Ana", "ana@office.example");
    const caseId = await addCase([ana]);
    await database().mailWish.create({ data: { caseId, address: "a@exporter.example", key, day: "2026-11-23" } });
    await database().$transaction((tx) => oweParty(tx, { caseId, now: NOW }));
    await happen(caseId);
    await sendDueNotices(later(HOUR_MS));
    const mail = peer.received.find(({ to }) => to[0] === "a@exporter.example") as Received;
    expect((await reader.read(mail)).signer).toBe(noticeKey.fingerprint);
    const [one, other] = peer.received.map(constantParts);
    expect(one).toEqual(other);
  } finally {
    await reader.gpg.close();
  }
});
