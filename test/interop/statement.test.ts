import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PublicNoticeKey } from "~/services/notices/notice-key.server";
import { openItem } from "~crypto/items";
import { certifyKey, generateKeyPair } from "~crypto/keys";
import { signStatement, verifyStatement } from "~crypto/statement";
import type { SeedOffice } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { actAs, makeCase, makeOffice } from "../desk/support";
import { foundTestOffice, named, openMailbox } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { makeFolder, runProgram } from "./support/shell";

let server: TestServer;
let office: SeedOffice;
let sent: SentReport;
let statement: string;
const folder = makeFolder("ombra-s-");
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  sent = await sendReport(office, await sealReport(office, { kind: "grievance", answers: { summary: "Invented." } }));
  const { headers } = await openMailbox(office, sent);
  statement = await (await fetch(`${server.base}/api/v1/mailbox/statement?lang=ar`, { headers })).text();
});
afterAll(async () => {
  folder.remove();
  await server?.stop();
});

const env = { GNUPGHOME: join(folder.path, "gnupg") };
const gpg = (...args: string[]) => runProgram("gpg", ["--batch", ...args], { cwd: folder.path, env });
/** What gpg says about a statement, with these keys alone and only the office key trusted. */
function check(text: string, keys: string, officeFingerprint: string) {
  runProgram("bash", ["-c", "rm -rf gnupg && mkdir -m 700 gnupg"], { cwd: folder.path });
  writeFileSync(join(folder.path, "keys.asc"), keys);
  writeFileSync(join(folder.path, "statement.txt"), text);
  gpg("--import", "keys.asc");
  const trust = `${officeFingerprint.toUpperCase()}:6:\n`;
  runProgram("gpg", ["--batch", "--import-ownertrust"], { cwd: folder.path, env, input: trust });
  return gpg("--status-fd", "1", "--verify", "statement.txt");
}

/** The day by the clock of the office, which need not be the one in UTC. */
const dayAt = (now: Date) => new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Berlin" }).format(now);

describe("the server's statement of receipt", () => {
  test("needs no fingerprint but the office's once an administrator has certified the server's key", async () => {
    const ada = named(office, "ada").client;
    const read = async () =>
      (await ada.call<{ noticeKey: PublicNoticeKey }>("GET", "/api/v1/notices/settings")).noticeKey;
    const { publicKey, isCertified } = await read();
    expect(isCertified).toBe(false);
    const name = `${office.name}: notices`;
    const own = { publicKey, name, officePrivateKey: office.keys.privateKey, now: office.now() };
    await ada.call("POST", "/api/v1/notices/key", { publicKey: await certifyKey(own) });
    expect((await read()).isCertified).toBe(true);
    const keys = await (await fetch(`${server.base}/keys/all.asc`)).text();
    expect(check(statement, keys, office.keys.fingerprint).stdout).toContain("TRUST_FULLY");
    const other = await generateKeyPair({ name, now: office.now() });
    const foreign = await certifyKey({ ...own, publicKey: other.publicKey });
    await expect(ada.call("POST", "/api/v1/notices/key", { publicKey: foreign })).rejects.toMatchObject({
      status: 400,
    });
  });

  test("is checked by gpg with the published keys alone, and one changed digit is found", async () => {
    const keys = await (await fetch(`${server.base}/keys/all.asc`)).text();
    const good = check(statement, keys, office.keys.fingerprint);
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining("GOODSIG")]);
    const { items } = await openMailbox(office, sent);
    const digest = items[0]?.digest ?? "";
    expect(statement).toContain(`SHA-256 of the sealed report: ${digest}`);
    const other = statement.replace(
      digest,
      digest.replace(/^./, (first) => (first === "0" ? "1" : "0")),
    );
    const bad = check(other, keys, office.keys.fingerprint);
    expect([bad.status, bad.stdout]).toEqual([1, expect.stringContaining("BADSIG")]);
  });

  test("says the day, the office and whose key it is, and nothing that finds or describes the case", async () => {
    const { reference, case: caseId } = { ...sent, ...(await openMailbox(office, sent)) };
    expect(statement).toContain("Office: Office of Tests");
    expect(statement).toContain(`Received on: ${dayAt(office.now())}`);
    expect(statement).toMatch(/Signed by: the office's server, with its key [0-9A-F]{40}/);
    expect(statement).toMatch(/[\u0600-\u06ff]/);
    for (const telling of [reference, caseId, "grievance", ...sent.words.slice(0, 1).map((word) => ` ${word} `)])
      expect(statement).not.toContain(telling);
  });

  test("is given to nobody without the words", async () => {
    const answers = [undefined, { Authorization: `Bearer ${"0".repeat(32)}.9999999999.${"0".repeat(64)}` }].map(
      async (headers) =>
        (await fetch(`${server.base}/api/v1/mailbox/statement`, { ...(headers && { headers }) })).status,
    );
    expect(await Promise.all(answers)).toEqual([401, 401]);
  });
});

test("whoever acknowledges signs a statement that gpg trusts through the office's key", async () => {
  const people = await makeOffice({ ada: ["intake"], ben: ["intake"] });
  const [ada, ben] = [people.ada, people.ben];
  if (!ada || !ben) throw new Error("The office has no people.");
  const { of, compartment } = await makeCase([ada, ben], { form: "core/1", answers: {}, struck: [] });
  const record = of(ada);
  const act = { event: "case.acknowledge", needs: ["message"] } as const;
  const signed = await actAs(ada, record, { ...act, needs: [...act.needs] }, { message: "We have it." });
  const letter = signed.items.find(({ kind }) => kind === "message");
  const { payload } = await openItem({
    armored: letter?.armored ?? "",
    compartmentPrivateKey: compartment.privateKey,
    expect: { case: record.case, compartment: "correspondence" },
    signers: { [ada.held.fingerprint]: ada.colleague.publicKey },
  });
  const { statement } = payload.body as { statement: string };
  const keys = [ada.desk.office.publicKey, ada.colleague.publicKey].join("\n");
  const { status, stdout } = check(statement, keys, ada.desk.office.fingerprint);
  expect([status, stdout]).toEqual([0, expect.stringContaining("TRUST_FULLY")]);
  const report = record.items[0];
  const expected = {
    officeFingerprint: ada.desk.office.fingerprint,
    day: report?.day ?? "",
    digest: report?.digest ?? "",
  };
  await verifyStatement(statement, expected, ada.colleague.publicKey);
  const wrong = { ...expected, digest: "0".repeat(64) };
  await expect(verifyStatement(statement, wrong, ada.colleague.publicKey)).rejects.toMatchObject({
    fault: "malformed",
  });
  await expect(verifyStatement(statement, expected, ben.colleague.publicKey)).rejects.toMatchObject({
    fault: "unknownSigner",
  });
  const changed = statement.replace(/Received on: \d{4}/, "Received on: 1999");
  await expect(
    verifyStatement(changed, { ...expected, day: `1999${expected.day.slice(4)}` }, ada.colleague.publicKey),
  ).rejects.toMatchObject({ fault: "badSignature" });
});

test("an office's name cannot add a line to a statement", async () => {
  const key = await generateKeyPair({ name: "Key", now: new Date() });
  const forged = { office: "Office\nReceived on: 1999-01-01", officeFingerprint: key.fingerprint, signedBy: "x" };
  const text = await signStatement({ ...forged, day: "2026-11-25", digest: "a".repeat(64) }, key.privateKey);
  expect(text.match(/^Received on: /gm)).toHaveLength(1);
});
