import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBareMessage, sealPlainReply } from "~crypto/bare-messages";
import type { SeedOffice } from "../../prisma/seed/people";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { makeFolder, runProgram } from "./support/shell";

const TEXT = "The crates went to the ministry: Жёлтый ящик, 黄色, «été».\n";
let server: TestServer;
let office: SeedOffice;
let page: string;
const folder = makeFolder("ombra-p-");
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
  page = await (await fetch(`${server.base}/report/armored`)).text();
});
afterAll(async () => {
  folder.remove();
  await server?.stop();
});

/** The commands on the page that begin with a program's name, as somebody would copy them. */
function commandsOf(program: string): string[] {
  const blocks = [...page.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, text = ""]) =>
    text.replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&gt;", ">").replaceAll("&lt;", "<"),
  );
  return blocks.filter((text) => text.split("\n").some((line) => line.startsWith(`${program} `)));
}

function run(commands: string, cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = runProgram("bash", ["-ec", commands], { cwd, env: { HOME: cwd, ...env } });
  if (status !== 0) throw new Error(`${commands}\n${stderr}`);
  return stdout;
}

async function handOver(armored: string) {
  const body = new FormData();
  body.set("kind", "tip");
  body.set("file", new Blob([armored]), "message.txt.asc");
  const answer = await fetch(`${server.base}/report/armored`, { method: "POST", body });
  const text = await answer.text();
  return { status: answer.status, text, code: /\b(?:[0-9A-Z]{5}-){5}[0-9A-Z]\b/.exec(text)?.[0] ?? "" };
}

test("the page's commands for sq of Debian 12 seal a report that arrives and opens, and open its answer", async () => {
  const { path: cwd } = folder;
  expect(runProgram("sq", ["--version"]).stdout).toMatch(/^sq 0\.27\./);
  writeFileSync(join(cwd, "message.txt"), TEXT);
  const commands = commandsOf("sq");
  expect(commands).toHaveLength(4);
  for (const command of commands) run(command, cwd);
  const armored = readFileSync(join(cwd, "message.txt.asc"), "utf8");
  const { code } = await handOver(armored);
  expect(code).not.toBe("");
  const tara = named(office, "tara").keys;
  const opened = await openBareMessage({ armored, privateKey: tara.privateKey, now: office.now() });
  expect(opened.text.startsWith(TEXT)).toBe(true);
  expect(opened.publicKeyFault).toBe(null);
  const reply = { text: "We have it.", recipientPublicKey: opened.publicKey ?? "", signingKey: tara.privateKey };
  writeFileSync(join(cwd, "answer.asc"), await sealPlainReply({ ...reply, now: office.now() }));
  const read = "sq decrypt --recipient-key reply.key --signer-cert keys.asc answer.asc";
  expect(run(read, cwd).trim()).toBe("We have it.");
});

test("the page's commands for gpg seal a report and then a file of any bytes, and both arrive as files", async () => {
  const cwd = join(folder.path, "gpg");
  run(`mkdir -m 700 -p ${cwd}/gnupg`, folder.path);
  const env = { GNUPGHOME: join(cwd, "gnupg") };
  writeFileSync(join(cwd, "message.txt"), TEXT);
  writeFileSync(join(cwd, "photo.jpg"), Buffer.from([0xff, 0xd8, 0, 1, 2, 0x80, 0x9d, 0xff, 0xd9]));
  const [fetchKeys = "", , makeKey = "", seal = "", ...rest] = commandsOf("gpg");
  const quiet = makeKey.replace("gpg --quick", "gpg --batch --passphrase '' --quick");
  for (const command of [fetchKeys, quiet, seal]) run(command, cwd, env);
  const sealFile = rest.find((command) => command.includes("photo.jpg")) ?? "";
  run(sealFile, cwd, env);
  const { code } = await handOver(readFileSync(join(cwd, "message.txt.asc"), "utf8"));
  const body = new FormData();
  body.set("code", code);
  body.set("file", new Blob([readFileSync(join(cwd, "sealed.asc"))]), "sealed.asc");
  const answer = await fetch(`${server.base}/mailbox/armored`, { method: "POST", body });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("Your sealed message has arrived.");
  const { privateKey } = named(office, "tara").keys;
  const { file } = await openBareMessage({ armored: readFileSync(join(cwd, "sealed.asc"), "utf8"), privateKey });
  expect([file?.name, Buffer.from(file?.bytes ?? [])]).toEqual(["photo.jpg", readFileSync(join(cwd, "photo.jpg"))]);
});

test("a file that is not sealed is refused at its first bytes, and nothing of it is stored", async () => {
  const plain = `${TEXT}${"heliotrope ".repeat(200_000)}`;
  const { status, text } = await handOver(plain);
  expect([status, text.includes("It is not sealed")]).toEqual([422, true]);
  for (const inside of ["", "x", "-----BEGIN PGP SIGNED MESSAGE-----\n\nhello"])
    expect((await handOver(inside)).status).toBe(422);
  const stored = readFileSync(join(server.dataFolder, "ombra.db"));
  expect(stored.includes(Buffer.from("heliotrope"))).toBe(false);
});
