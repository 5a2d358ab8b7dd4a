import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../support/server";
import { countRows } from "./support/database";
import { foundSmallOffice, type PersonWithSheet } from "./support/office";
import { makeFolder, runProgram } from "./support/shell";

const TEXT = "Words that must not reach the disk.\n";

let server: TestServer;
let tara: PersonWithSheet;
let tom: PersonWithSheet;
const folder = makeFolder("ombra-f-");
const env = { GNUPGHOME: `${folder.path}/gnupg` };

beforeAll(async () => {
  server = await startServer();
  ({ tara, tom } = await foundSmallOffice(server));
  runProgram("mkdir", ["-m", "700", env.GNUPGHOME]);
  gpg([...secret("")], ["--quick-generate-key", "reporter", "future-default", "default", "never"]);
  for (const { keys } of [tara, tom]) gpg([], ["--import"], keys.publicKey);
});
afterAll(async () => {
  folder.remove();
  await server?.stop();
});

/** What gpg makes of the text, armored. */
function gpg(options: string[], command: string[], input = TEXT): string {
  const args = ["--batch", "--armor", "--yes", "--trust-model", "always", ...options, ...command];
  const { status, stdout, stderr } = runProgram("gpg", args, { input, env });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
const to = (...people: PersonWithSheet[]) => people.flatMap(({ keys }) => ["--recipient", keys.fingerprint]);
const secret = (passphrase: string) => ["--pinentry-mode", "loopback", "--passphrase", passphrase];
const sealed = (...more: string[]) => gpg([...to(tara, tom), ...more], ["--encrypt"]);

/** Posts with curl; the answer and its status. */
function post(kind: string, input: string): { status: string; body: string } {
  const type = "Content-Type: application/pgp-encrypted";
  const url = `${server.base}/api/v1/reports?kind=${kind}`;
  const { stdout } = runProgram("curl", ["-sS", "-w", "\n%{http_code}", "--data-binary", "@-", "-H", type, url], {
    input,
  });
  const [body = "", status = ""] = stdout.split(/\n(?=\d+$)/);
  return { status, body };
}

describe("what only looks like a sealed report is refused, and nothing of it is stored:", () => {
  const messages: [string, string, () => string][] = [
    ["plain text", "notArmored", () => TEXT],
    ["an empty body", "notArmored", () => ""],
    ["a message to one officer", "tooFewRecipients", () => gpg(to(tara), ["--encrypt"])],
    ["a message under a password", "unexpectedPacket", () => gpg(secret("secret"), ["--symmetric"])],
    [
      "a message to two officers and under a password",
      "unexpectedPacket",
      () => gpg([...secret("secret"), ...to(tara, tom)], ["--encrypt", "--symmetric"]),
    ],
    ["a message that is signed only", "unexpectedPacket", () => gpg(["--local-user", "reporter"], ["--sign"])],
    ["a text with a signature below it", "notArmored", () => gpg(["--local-user", "reporter"], ["--clear-sign"])],
    ["a message to hidden recipients", "unknownRecipient", () => sealed("--throw-keyids")],
    ["a message to somebody else besides", "unknownRecipient", () => sealed("--recipient", "reporter")],
    ["a message that is cut off", "malformed", () => cutOff(sealed())],
    ["a message with words above it", "notArmored", () => `Dear office,\n${sealed()}`],
    ["a public key", "notArmored", () => gpg([], ["--export", "reporter"])],
  ];

  test.each(messages)("%s", (_name, rule, make) => {
    const before = countRows(server.dataFolder);
    const { status, body } = post("tip", make());
    expect(status).toBe("422");
    expect(JSON.parse(body)).toMatchObject({ rule, title: expect.stringContaining("Nothing was stored") });
    expect(countRows(server.dataFolder)).toEqual(before);
  });

  test("an unknown kind of report", () => {
    const before = countRows(server.dataFolder);
    expect(post("rumour", sealed()).status).toBe("400");
    expect(countRows(server.dataFolder)).toEqual(before);
  });
});

test("the same message, whole and to two officers, is taken", () => {
  const before = countRows(server.dataFolder).Case ?? 0;
  expect(post("tip", sealed()).status).toBe("201");
  expect(countRows(server.dataFolder).Case).toBe(before + 1);
});

/** Drops some lines before the end, as an unfinished copy does. */
function cutOff(armored: string): string {
  const lines = armored.trimEnd().split("\n");
  return [...lines.slice(0, 6), ...lines.slice(-1), ""].join("\n");
}
