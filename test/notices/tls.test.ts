import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "~/platform/database.server";
import { sendDueNotices } from "~/services/notices/send-due.server";
import { selfSigned } from "./support/certificate";
import { addCase, addPerson, emptyOffice, foundNoticeOffice, happen, NOW, type NoticeOffice } from "./support/office";
import { type SmtpPeer, startPeer } from "./support/smtp-peer";

const certificate = selfSigned();
let office: NoticeOffice;
let peer: SmtpPeer;
let caFile: string;
beforeAll(async () => {
  office = await foundNoticeOffice();
  caFile = join(office.dataFolder, "ca.pem");
  writeFileSync(caFile, certificate.cert);
});
afterAll(() => office.stop());
beforeEach(async () => {
  const ana = await addPerson(office, "Ana", "ana@office.example");
  process.env.SMTP_URL = "smtp://127.0.0.1";
  await happen(await addCase([ana]), { urgent: true });
});
afterEach(async () => {
  await peer.stop();
  await emptyOffice();
  delete process.env.SMTP_TLS_CA;
});

/** Sends what is owed and gives the state and fault of its row. */
async function send(url: string): Promise<[string, string | null]> {
  process.env.SMTP_URL = url;
  await sendDueNotices(NOW);
  const { state, fault } = await database().notice.findFirstOrThrow();
  return [state, fault];
}

test("with the operator's own authority, mail leaves over STARTTLS", async () => {
  peer = await startPeer({ tls: certificate });
  process.env.SMTP_TLS_CA = caFile;
  expect(await send(`smtp+starttls://127.0.0.1:${peer.port}`)).toEqual(["sent", null]);
  expect(peer.received[0]?.secure).toBe(true);
});

test("a certificate that nobody vouches for gets no mail", async () => {
  peer = await startPeer({ tls: certificate });
  expect(await send(`smtp+starttls://127.0.0.1:${peer.port}`)).toEqual(["waiting", "tls"]);
  expect(await send(`smtp://127.0.0.1:${peer.port}`)).toEqual(["waiting", "tls"]);
  expect(peer.received).toEqual([]);
});

test("a file that holds no certificate is no reason to trust one", async () => {
  peer = await startPeer({ tls: certificate });
  writeFileSync(join(office.dataFolder, "bad.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
  process.env.SMTP_TLS_CA = join(office.dataFolder, "bad.pem");
  expect((await send(`smtp+starttls://127.0.0.1:${peer.port}`))[0]).toBe("waiting");
  expect(peer.received).toEqual([]);
});

test.each(["smtp+starttls://127.0.0.1:PORT", "smtp://127.0.0.1:PORT?requireTLS"])(
  "%s sends nothing to a server that does not offer STARTTLS",
  async (url) => {
    peer = await startPeer();
    expect(await send(url.replace("PORT", String(peer.port)))).toEqual(["waiting", "tls"]);
    expect(peer.received).toEqual([]);
  },
);

test("a login works over STARTTLS, and a wrong one is the settings' fault and not the message's", async () => {
  peer = await startPeer({ tls: certificate, auth: "office:a b" });
  process.env.SMTP_TLS_CA = caFile;
  expect(await send(`smtp+starttls://office:wrong@127.0.0.1:${peer.port}`)).toEqual(["waiting", "auth"]);
  await database().notice.updateMany({ data: { notBefore: 0n } });
  expect(await send(`smtp+starttls://office:a%20b@127.0.0.1:${peer.port}`)).toEqual(["sent", null]);
});
