import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LEASE_MS } from "~/services/notices/claim.server";
import { requireNoticeKey } from "~/services/notices/notice-key.server";
import { sendDueNotices } from "~/services/notices/send-due.server";
import { readerWith } from "./support/mail";
import {
  addCase,
  addPerson,
  foundNoticeOffice,
  happen,
  later,
  MINUTE_MS,
  NOW,
  type NoticeOffice,
  type NoticePerson,
  states,
} from "./support/office";
import { type Received, type SmtpPeer, startPeer } from "./support/smtp-peer";

let office: NoticeOffice;
let peer: SmtpPeer;
beforeAll(async () => {
  office = await foundNoticeOffice();
  peer = await startPeer();
  process.env.SMTP_URL = peer.url;
});
afterAll(async () => {
  await peer.stop();
  await office.stop();
});

/** Another process on the same database, that begins to send what is due. */
function startSender() {
  const script = join(process.cwd(), "test/notices/support/start-sender.ts");
  return spawn(process.execPath, ["--import", "tsx", script], { env: { ...process.env, NOW: NOW.toISOString() } });
}

test("a process that is killed in the middle of its mails loses none of them", async () => {
  const names = ["Ana", "Ben", "Cleo"];
  const people: NoticePerson[] = [];
  for (const name of names) people.push(await addPerson(office, name, `${name.toLowerCase()}@office.example`));
  await happen(await addCase(people), { urgent: true });
  const noticeKey = await requireNoticeKey();
  peer.manner = "hold";
  const sender = startSender();
  await peer.until(1);
  const gone = new Promise((resolve) => sender.on("exit", resolve));
  sender.kill("SIGKILL");
  await gone;
  expect(await states()).toEqual(["sending", "waiting", "waiting"]);

  peer.manner = "accept";
  await sendDueNotices(later(MINUTE_MS));
  expect(peer.received).toHaveLength(3);
  await sendDueNotices(later(LEASE_MS + 2 * MINUTE_MS));
  expect(await states()).toEqual(["sent", "sent", "sent"]);

  const again = peer.received.at(-1) as Received;
  expect(again.to).toEqual(peer.received[0]?.to);
  const person = people[names.findIndex((name) => again.to[0]?.startsWith(name.toLowerCase()))] as NoticePerson;
  const reader = await readerWith(person.keys.privateKey, noticeKey.publicKey);
  try {
    expect((await reader.read(again)).text).toContain("You may have had this message before.");
  } finally {
    await reader.gpg.close();
  }
});
