import { afterAll, beforeAll, expect, test } from "vitest";
import { sealWords } from "~crypto/sealed-words";
import type { SeedOffice } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import { foundTestOffice, openMailbox } from "../support/office";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  const mail = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "notices@office.example" };
  server = await startServer({ env: mail });
  office = await foundTestOffice(server);
});
afterAll(() => server?.stop());

type Answer = { mail: { isOn: boolean; publicKey: string } | null };

async function mailboxOf(kind: "tip" | "grievance") {
  const sent = await sendReport(office, await sealReport(office, { kind, answers: {} }));
  const { client, headers } = await openMailbox(office, sent);
  const read = () => client.call<Answer>("GET", "/api/v1/mailbox", undefined, headers);
  const wish = (sealed: string | null) => client.call("POST", "/api/v1/mailbox/mail", { sealed }, headers);
  return { read, wish };
}

test("an exporter turns mail on with a sealed address, and off again", async () => {
  const { read, wish } = await mailboxOf("grievance");
  const offer = (await read()).mail;
  expect(offer).toMatchObject({ isOn: false });
  const words = JSON.stringify({ address: "export@lumen.example", key: null });
  const sealed = await sealWords({ words, publicKey: offer?.publicKey ?? "", now: new Date() });
  expect(sealed).not.toContain("lumen");
  await wish(sealed);
  expect((await read()).mail).toMatchObject({ isOn: true });
  await wish(null);
  expect((await read()).mail).toMatchObject({ isOn: false });
});

test("an address with a line break, or one that is not sealed, changes nothing", async () => {
  const { read, wish } = await mailboxOf("grievance");
  const publicKey = (await read()).mail?.publicKey ?? "";
  const words = JSON.stringify({ address: "a@b.example\r\nBcc: c@d.example", key: null });
  const sealed = await sealWords({ words, publicKey, now: new Date() });
  await expect(wish(sealed)).rejects.toMatchObject({ status: 400, problem: { rule: "badAddress" } });
  await expect(wish("export@lumen.example")).rejects.toMatchObject({ status: 400 });
  expect((await read()).mail).toMatchObject({ isOn: false });
});

test("mail is never offered for a tip", async () => {
  const { read, wish } = await mailboxOf("tip");
  expect((await read()).mail).toBeNull();
  const publicKey = office.keys.publicKey;
  const words = JSON.stringify({ address: "me@home.example", key: null });
  await expect(wish(await sealWords({ words, publicKey, now: new Date() }))).rejects.toMatchObject({ status: 409 });
});
