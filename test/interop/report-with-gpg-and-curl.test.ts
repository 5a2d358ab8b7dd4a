import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { readPublicOffice } from "~/services/office.server";
import { generateKeyPair } from "~crypto/keys";
import { perform } from "../../prisma/seed/acts";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice } from "../../prisma/seed/people";
import { startServer, type TestServer } from "../support/server";
import { answerBareReport } from "./support/answer-bare-report";
import { countRows, readRows } from "./support/database";
import { foundSmallOffice, type PersonWithSheet } from "./support/office";
import { commandsOn } from "./support/pages";
import { makeFolder, runProgram } from "./support/shell";

type PublicOffice = NonNullable<Awaited<ReturnType<typeof readPublicOffice>>>;

const SCRIPT = join(process.cwd(), "test/interop/report-with-gpg-and-curl.sh");
const TEXT = "They changed the end user on the licence: Жёлтый ящик, 黄色, «été».\n";

let server: TestServer;
let office: SeedOffice;
let tara: PersonWithSheet;
let tom: PersonWithSheet;
const folder = makeFolder("ombra-r-");
const run = (args: string[], input = "") =>
  runProgram("bash", [SCRIPT, ...args], { input, env: { OMBRA_FOLDER: folder.path } });
const caseOf = (reference: string) =>
  readRows<{ id: string }>(server.dataFolder, `SELECT id FROM "Case" WHERE reference = ?`, reference)[0]?.id ?? "";

beforeAll(async () => {
  server = await startServer();
  ({ office, tara, tom } = await foundSmallOffice(server));
});
afterAll(async () => {
  folder.remove();
  await server?.stop();
});

describe("with gpg and curl alone", () => {
  let answer: { reference: string; code: string };

  test("somebody reports, and gets a reference, a code and the dates", () => {
    const { status, stdout } = run(["report", server.base, office.keys.fingerprint, "grievance"], TEXT);
    expect(status).toBe(0);
    answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ reference: expect.stringMatching(/^[0-9A-Z-]{10}$/), code: expect.any(String) });
  });

  test("the server holds the report as ciphertext to the officers it was encrypted to, and nothing of its text", () => {
    const caseId = caseOf(answer.reference);
    const holders = readRows<{ personId: string }>(
      server.dataFolder,
      `SELECT "personId" FROM "Access" WHERE "caseId" = ?`,
      caseId,
    );
    expect(holders.map(({ personId }) => personId).sort()).toEqual([tara.id, tom.id].sort());
    for (const entry of readdirSync(server.dataFolder, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      expect(readFileSync(join(server.dataFolder, entry.name)).includes("changed the end user")).toBe(false);
    }
  });

  test("before the office has answered, there is no reply and the program says so", () => {
    const { status, stderr } = run(["read", server.base]);
    expect(stderr).toContain("There is no reply yet.");
    expect(status).toBe(1);
  });

  test("an officer's reply is fetched with the code, opened with the reporter's own key and found to be the office's", async () => {
    const caseId = caseOf(answer.reference);
    await perform(office, tara, caseId, { event: "conflict.declareNone" });
    const text = await answerBareReport(office, tara, caseId, {
      event: "case.acknowledge",
      text: "We have your report.\n\nWe read it today: نقرأه.",
    });
    expect(text).toContain(TEXT);
    const { status, stdout } = run(["read", server.base]);
    expect(status).toBe(0);
    expect(stdout.trim()).toBe("We have your report.\n\nWe read it today: نقرأه.");
  });

  test("a further message joins the case, and a second reply comes after the first", async () => {
    const caseId = caseOf(answer.reference);
    expect(run(["more", server.base], "It was in July.\n")).toMatchObject({ status: 0 });
    await answerBareReport(office, tara, caseId, { event: "office.message", text: "Thank you for the month." });
    const items = await tara.client.call<{ items: { kind: string; author: string }[] }>(
      "GET",
      `/api/v1/cases/${caseId}`,
    );
    expect(items.items.filter(({ author }) => author === "reporter").map(({ kind }) => kind)).toEqual([
      "report",
      "message",
    ]);
    const { stdout } = run(["read", server.base]);
    expect(stdout.indexOf("Thank you for the month.")).toBeGreaterThan(stdout.indexOf("We have your report."));
  });

  test("the commands of docs/api.md, copied one after the other, report too, and read the reply", async () => {
    const place = makeFolder("ombra-a-");
    const cwd = place.path;
    const values = { office: server.base, fingerprint: office.keys.fingerprint.toUpperCase(), kind: "complaint" };
    const commands = commandsOn("docs/api.md", "### 1.", "### 8.", values);
    const { stdout } = runProgram("bash", ["-c", commands], { cwd, input: TEXT });
    expect(stdout).not.toContain("Stop");
    const { reference } = JSON.parse(stdout);
    await perform(office, tara, caseOf(reference), { event: "conflict.declareNone" });
    await answerBareReport(office, tara, caseOf(reference), { event: "case.acknowledge", text: "We have it." });
    const later = commandsOn("docs/api.md", "### 8.", "### 9.", {});
    const env = { office: server.base, GNUPGHOME: join(cwd, "ombra-report", "gnupg") };
    const read = runProgram("bash", ["-c", later], { cwd: join(cwd, "ombra-report"), env });
    expect(read.stdout.trim()).toBe("We have it.");
    const status = readFileSync(join(cwd, "ombra-report", "reply-00.asc.status"), "utf8");
    expect(status).toMatch(new RegExp(`VALIDSIG .* ${tara.keys.fingerprint.toUpperCase()}\n`));
    expect(status).toContain("TRUST_FULLY");
    place.remove();
  });

  test("the same message again is the same case with the same code", () => {
    const before = countRows(server.dataFolder);
    const url = `${server.base}/api/v1/reports?kind=grievance`;
    const again = runProgram("bash", [SCRIPT, "report", server.base, office.keys.fingerprint], {
      input: TEXT,
      env: { OMBRA_FOLDER: join(folder.path, "second") },
    });
    const first = JSON.parse(again.stdout);
    const file = join(folder.path, "second", "message.asc");
    const { stdout } = runProgram("curl", ["-sS", "--data-binary", `@${file}`, "-H", "Content-Type: text/plain", url]);
    expect(JSON.parse(stdout)).toMatchObject({ reference: first.reference, code: first.code });
    expect(countRows(server.dataFolder).Case).toBe((before.Case ?? 0) + 1);
  });
});

describe("the program stops before anything is sent", () => {
  /** Asks a folder instead of the server, as if the server had given that answer. */
  async function askForged(name: string, forge: (office: PublicOffice) => void, fingerprint = office.keys.fingerprint) {
    const answer = await new Client(server.base).call<PublicOffice>("GET", "/api/v1/office");
    forge(answer);
    const place = join(folder.path, name);
    mkdirSync(join(place, "api", "v1"), { recursive: true });
    writeFileSync(join(place, "api", "v1", "office"), JSON.stringify(answer));
    const env = { OMBRA_FOLDER: join(place, "kept") };
    return runProgram("bash", [SCRIPT, "report", `file://${place}`, fingerprint], { input: TEXT, env });
  }

  test("when the office's key does not have the printed fingerprint", async () => {
    const { status, stderr } = await askForged("a", () => undefined, "0".repeat(40));
    expect(status).toBe(1);
    expect(stderr).toContain("The office's key has another fingerprint");
  });

  test("when a line of the directory was changed", async () => {
    const { status, stderr } = await askForged("b", ({ directory: [first] }) => {
      if (first) first.entry = first.entry.replace("administrator", "intake");
    });
    expect(status).toBe(1);
    expect(stderr).toContain("The office did not sign");
  });

  test("when the key beside a signed line is not the one in the line", async () => {
    const other = await generateKeyPair({ name: "Tara Intake", now: new Date() });
    const { status, stderr } = await askForged("c", ({ directory }) => {
      for (const person of directory) if (person.person === tara.id) person.publicKey = other.publicKey;
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain("No public key");
  });

  test("when the office has signed a line but not certified the key", async () => {
    const { status, stderr } = await askForged("d", ({ directory }) => {
      for (const person of directory) if (person.person === tom.id) person.publicKey = tom.keys.publicKey;
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain("There is no assurance this key belongs to the named user");
  });
});
