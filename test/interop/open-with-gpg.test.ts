import { copyFileSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { randomBytes } from "~crypto/bytes";
import { perform } from "../../prisma/seed/acts";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { startServer } from "../support/server";
import { answerBareReport } from "./support/answer-bare-report";
import { foundSmallOffice, type PersonWithSheet } from "./support/office";
import { commandsOn } from "./support/pages";
import { makeFolder, runProgram } from "./support/shell";

const SCRIPT = join(process.cwd(), "test/interop/open-with-gpg.sh");
/** More than one part: 4 MiB and a little. */
const FILE = randomBytes(4 * 1024 * 1024 + 12_345);

const folder = makeFolder("ombra-o-");
const file = join(folder.path, "ombra.db");
let tara: PersonWithSheet;
let ada: PersonWithSheet;
let report: SentReport;
let bareReference: string;

/** The id of a person, asked for in SQL. */
const ID = (name: string) => `(SELECT "id" FROM "Person" WHERE "name" = '${name}')`;

/** Opens a case from the database file with nothing but gpg and the twelve words. */
function open(
  into: string,
  options: { words?: string[]; person?: string; reference?: string; database?: string } = {},
) {
  const { words = tara.words, person = "tara", reference = report.reference, database = file } = options;
  const args = [SCRIPT, database, person, reference, join(folder.path, into)];
  return runProgram("bash", args, { input: `${words.join(" ")}\n` });
}
const list = (into: string, part: string) => readdirSync(join(folder.path, into, part)).sort();
const bodies = (into: string) =>
  list(into, "items")
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder.path, into, "items", name), "utf8")));

beforeAll(async () => {
  const server = await startServer();
  const people = await foundSmallOffice(server);
  const { office } = people;
  ({ tara, ada } = people);
  const answers = { summary: "They shipped it — ثلاثة صناديق." };
  const files = [
    { name: "scan.pdf", type: "application/pdf", bytes: FILE },
    { name: "empty.txt", type: "text/plain", bytes: new Uint8Array() },
  ];
  report = await sendReport(office, await sealReport(office, { kind: "tip", answers, files }));
  await perform(office, tara, report.case, { event: "conflict.declareNone" });
  await perform(office, tara, report.case, {
    event: "case.acknowledge",
    codes: { recused: [] },
    message: "We have it.",
  });
  await perform(office, tara, report.case, { event: "case.note", note: "Call the customs office." });
  bareReference = await reportBare(office.base, office.keys.fingerprint);
  const queue = await tara.client.call<{ rows: { case: string; reference: string }[] }>("GET", "/api/v1/cases");
  const bareCase = queue.rows.find(({ reference }) => reference === bareReference)?.case ?? "";
  await perform(office, tara, bareCase, { event: "conflict.declareNone" });
  await answerBareReport(office, tara, bareCase, { event: "case.acknowledge", text: "Thank you." });
  await server.stop({ keepData: true });
  copyFileSync(join(server.dataFolder, "ombra.db"), file);
  rmSync(server.dataFolder, { recursive: true });
});
afterAll(() => folder.remove());

async function reportBare(base: string, fingerprint: string): Promise<string> {
  const script = join(process.cwd(), "test/interop/report-with-gpg-and-curl.sh");
  const kept = makeFolder("ombra-k-");
  const env = { OMBRA_FOLDER: kept.path };
  const { stdout } = runProgram("bash", [script, "report", base, fingerprint], {
    input: "Seen at the harbour.\n",
    env,
  });
  kept.remove();
  return JSON.parse(stdout).reference;
}

describe("with gpg and the twelve words of a recovery sheet, from the database file alone", () => {
  test("a case opens: the report, the messages both ways, the notes", () => {
    const { status, stdout } = open("case");
    expect(stdout).toContain(`${report.reference}: 5 items, 2 files, 4 acts.`);
    expect(status).toBe(0);
    expect(bodies("case").map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ answers: { summary: "They shipped it — ثلاثة صناديق." } }),
        { text: "We have it." },
        { text: "Call the customs office." },
      ]),
    );
  });

  test("its files come out byte for byte", () => {
    const [first, second] = list("case", "files").map((name) => readFileSync(join(folder.path, "case", "files", name)));
    expect(first?.equals(FILE)).toBe(true);
    expect(second?.length).toBe(0);
  });

  test("a report that came as a bare message opens, and what the office sealed after it", () => {
    expect(open("bare", { reference: bareReference })).toMatchObject({ status: 0 });
    const text = list("bare", "items").find((name) => name.startsWith("bare-") && name.endsWith(".txt")) ?? "";
    expect(readFileSync(join(folder.path, "bare", "items", text), "utf8")).toContain("Seen at the harbour.");
    expect(bodies("bare").map(({ body }) => body)).toContainEqual({ text: "Thank you." });
  });

  test("the page's own commands, copied one after the other, open it too", () => {
    const place = makeFolder("ombra-p-");
    const values = { database: file, name: "tara", reference: report.reference };
    const commands = commandsOn("docs/open-with-gpg.md", "## 1.", "## 9.", values);
    const cwd = place.path;
    const { stdout } = runProgram("bash", ["-c", commands], { cwd, input: `${tara.words.join(" ")}\n` });
    expect(stdout).toBe("");
    const items = readdirSync(join(cwd, "opened", "items")).filter((name) => name.endsWith(".json"));
    expect(items).toEqual(list("case", "items").filter((name) => name.endsWith(".json")));
    place.remove();
  });

  test("nothing opens with other words", () => {
    expect(open("otherwords", { words: ada.words }).status).not.toBe(0);
    expect(bodies("otherwords")).toEqual([]);
  });

  test("a person without keys opens nothing of a case, with their own words", () => {
    const { status, stderr } = open("ada", { person: "ada", words: ada.words });
    expect(stderr).toContain(`ada cannot open ${report.reference}.`);
    expect(status).toBe(1);
  });
});

describe("a change to the database is found", () => {
  const changes: [string, string, string][] = [
    ["an act with another text", `UPDATE "Act" SET "text" = replace("text", 'case.note', 'case.close')`, "was changed"],
    ["an act that is missing", `DELETE FROM "Act" WHERE "seq" = 1`, "is missing"],
    ["the last act, when it is missing", `DELETE FROM "Act" WHERE "seq" = 3`, "do not agree"],
    [
      "an act of a colleague's",
      `UPDATE "Act" SET "text" = replace("text", ${ID("tara")}, ${ID("tom")})`,
      "was changed",
    ],
    [
      "an act that loses its signature",
      `UPDATE "Act" SET "signature" = NULL WHERE "seq" = 2`,
      "not signed by its actor",
    ],
    ["an item that is missing", `DELETE FROM "Item" WHERE "seq" = 1`, "not in its place"],
    [
      "an item under another author",
      `UPDATE "Item" SET "author" = ${ID("tom")} WHERE "kind" = 'note'`,
      "not signed by its author",
    ],
    [
      "an item that is passed off as the reporter's own",
      `UPDATE "Item" SET "armored" = (SELECT "armored" FROM "Item" WHERE "kind" = 'file' LIMIT 1) WHERE "kind" = 'report'`,
      "was changed",
    ],
    ["a part that is damaged", `UPDATE "PartBytes" SET "bytes" = zeroblob(100)`, "was changed"],
    [
      "a person's key that is exchanged for a colleague's",
      `UPDATE "Person" SET "fingerprint" = "fingerprint" || 'x', "publicKey" = (SELECT "publicKey" FROM "Person" WHERE "name" = 'tom') WHERE "name" = 'tara'`,
      "not signed by its author",
    ],
  ];

  test.each(changes)("%s", (_name, sql, message) => {
    const database = join(folder.path, "changed.db");
    copyFileSync(file, database);
    const connection = new DatabaseSync(database);
    connection.exec(`PRAGMA journal_mode = DELETE; ${sql}`);
    connection.close();
    const into = join(folder.path, "changed");
    runProgram("gpgconf", ["--kill", "all"], { env: { GNUPGHOME: join(into, "gnupg") } });
    rmSync(into, { recursive: true, force: true });
    const { status, stderr } = open("changed", { database });
    expect(stderr).toContain(message);
    expect(status).not.toBe(0);
  });
});
