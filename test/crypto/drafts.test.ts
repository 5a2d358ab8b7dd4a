import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DraftError, type DraftFault, openDraft, sealDraft } from "~crypto/drafts";
import { generateKeyPair } from "~crypto/keys";
import { createMessage, encrypt, readKey } from "~crypto/openpgp";
import { PADDING_FLOOR_BYTES } from "~crypto/padding";
import { drawReceipt, ReceiptError } from "~crypto/receipt";

const BODY = { form: "core/2", kind: "tip", answers: { summary: "They shipped it — ثلاثة صناديق." } };
const faultOf = async (bytes: Uint8Array, words: string): Promise<DraftFault | string> =>
  openDraft(bytes, words).then(
    () => "opened",
    (error) => (error instanceof DraftError ? error.fault : String(error)),
  );
const underWords = async (text: string, words: string[]) =>
  (await encrypt({
    message: await createMessage({ text }),
    passwords: [words.join(" ")],
    format: "binary",
  })) as Uint8Array;

test("a draft opens with its own words, however they are typed, and with nothing else", async () => {
  const { words, bytes } = await sealDraft(BODY);
  expect(await openDraft(bytes, words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join("\n"))).toEqual(
    BODY,
  );
  expect(await faultOf(bytes, drawReceipt().join(" "))).toBe("closed");
  await expect(openDraft(bytes, "one two three")).rejects.toBeInstanceOf(ReceiptError);
});

test("two drafts of the same answers share neither words nor bytes, and all short ones have one size", async () => {
  const [one, other, short] = await Promise.all([sealDraft(BODY), sealDraft(BODY), sealDraft({})]);
  expect(one.words).not.toEqual(other.words);
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(false);
  expect(new Set([one.bytes.length, other.bytes.length, short.bytes.length]).size).toBe(1);
  expect(one.bytes.length).toBeGreaterThan(PADDING_FLOOR_BYTES);
});

test("a draft that was altered anywhere does not open", async () => {
  const { words, bytes } = await sealDraft(BODY);
  for (const at of [20, 60, 500, bytes.length - 1]) {
    const altered = bytes.slice();
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(["closed", "foreign"]).toContain(await faultOf(altered, words.join(" ")));
  }
  expect(["closed", "foreign"]).toContain(await faultOf(bytes.subarray(0, 4000), words.join(" ")));
});

test("a file that is no draft is called so: noise, a text, a message to a key, another sealed text, too large", async () => {
  const words = drawReceipt();
  const key = await generateKeyPair({ name: "", now: new Date() });
  const toKey = (await encrypt({
    message: await createMessage({ text: "hello" }),
    encryptionKeys: await readKey({ armoredKey: key.publicKey }),
    format: "binary",
  })) as Uint8Array;
  const foreign = [
    new Uint8Array(),
    crypto.getRandomValues(new Uint8Array(2000)),
    new TextEncoder().encode("my notes"),
    toKey,
    await underWords("not json", words),
    await underWords(JSON.stringify({ v: 1, kind: "report", body: {} }), words),
    new Uint8Array(5 * 1024 * 1024),
  ];
  for (const bytes of foreign) expect(await faultOf(bytes, words.join(" "))).toBe("foreign");
});

test("a draft of a later version says so instead of being half read", async () => {
  const words = drawReceipt();
  const bytes = await underWords(JSON.stringify({ v: 2, kind: "draft", body: {} }), words);
  expect(await faultOf(bytes, words.join(" "))).toBe("newer");
});

test("gpg alone opens a draft with the words", async () => {
  const { words, bytes } = await sealDraft(BODY);
  const home = mkdtempSync(join(tmpdir(), "ombra-d-"));
  try {
    const file = join(home, "notes.gpg");
    writeFileSync(file, bytes);
    const args = [
      "--homedir",
      home,
      "--batch",
      "--quiet",
      "--pinentry-mode",
      "loopback",
      "--passphrase-fd",
      "0",
      "-d",
      file,
    ];
    const out = execFileSync("gpg", args, { input: words.join(" "), stdio: ["pipe", "pipe", "ignore"] });
    expect(JSON.parse(out.toString()).body).toEqual(BODY);
  } finally {
    execFileSync("gpgconf", ["--homedir", home, "--kill", "all"]);
    rmSync(home, { recursive: true, force: true });
  }
});
