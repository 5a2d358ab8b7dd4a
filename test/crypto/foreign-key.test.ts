import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_FOREIGN_KEY_BYTES, readForeignKey } from "~crypto/foreign-key";
import { generateKeyPair } from "~crypto/keys";
import { MAX_PACKAGE_BYTES, sealPackage } from "~crypto/package";
import { type Gpg, NOW, startGpg } from "./support";

let gpg: Gpg;
const later = new Date(NOW.getTime() + 3 * 86_400_000);
const keys: { [name: string]: string } = {};

/** A key that gpg makes, armored; with `usage` "sign" there is nothing to encrypt to. */
async function make(name: string, algorithm = "future-default", usage = "default", expires = "never"): Promise<string> {
  await gpg.ok(["--passphrase", "", "--quick-generate-key", name, algorithm, usage, expires]);
  return (await gpg.ok(["--armor", "--export", `=${name}`])).text;
}

beforeAll(async () => {
  gpg = await startGpg();
  keys.good = await make("Office of Elsewhere <post@elsewhere.example>");
  keys.signOnly = await make("Signs only", "ed25519", "sign");
  keys.expired = await make("Was good", "future-default", "default", "1d");
  keys.weak = await make("Short", "rsa2048", "default");
  keys.private = (await gpg.ok(["--armor", "--export-secret-keys", "=Signs only"])).text;
  keys.several = (await gpg.ok(["--armor", "--export"])).text;
  keys.message = (
    await gpg.ok(["--armor", "--encrypt", "--recipient", "=Office of Elsewhere <post@elsewhere.example>"], "x")
  ).text;
  keys.revoked = await make("Gone");
  const { text } = await gpg.ok(["--with-colons", "--list-keys", "=Gone"]);
  const fingerprint = /^fpr:+([0-9A-F]{40}):/m.exec(text)?.[1] ?? "";
  const certificate = readFileSync(join(gpg.home, "openpgp-revocs.d", `${fingerprint}.rev`), "utf8");
  await gpg.ok(["--import"], certificate.slice(certificate.indexOf(":-----BEGIN") + 1));
  keys.revoked = (await gpg.ok(["--armor", "--export", "=Gone"])).text;
}, 60_000);
afterAll(() => gpg.close());

test("a key of another office is read with its fingerprint, its claim and its days, armored or not", async () => {
  const key = await readForeignKey(keys.good ?? "", NOW);
  const { text } = await gpg.ok(["--with-colons", "--list-keys", "=Office of Elsewhere <post@elsewhere.example>"]);
  expect(key.fingerprint.toUpperCase()).toBe(/^fpr:+([0-9A-F]{40}):/m.exec(text)?.[1]);
  expect(key).toMatchObject({ holder: "Office of Elsewhere <post@elsewhere.example>", expires: null });
  const binary = await gpg.ok(["--export", `=${key.holder}`]);
  expect(await readForeignKey(new Uint8Array(binary.stdout), NOW)).toEqual(key);
  expect(await readForeignKey(`Dear colleagues,\n\n${keys.good}`, NOW)).toEqual(key);
  expect(await readForeignKey(keys.expired ?? "", NOW)).toMatchObject({ expires: expect.stringMatching(/^\d{4}-/) });
});

test.each(["signOnly", "expired", "weak", "private", "several", "message", "revoked"])(
  "a key that is no use is refused by name: %s",
  async (fault) => {
    const refused = readForeignKey(keys[fault] ?? "", later);
    await expect(refused).rejects.toMatchObject({ name: "ForeignKeyError", fault });
    // Nothing of what was pasted is in the error, which may be shown or logged.
    const error = (await refused.catch((one: unknown) => one)) as Error;
    expect(JSON.stringify([error.message, error.stack])).not.toContain("BEGIN PGP");
  },
);

test("a private key is refused as bytes too, and so are a huge text, a half key and no key", async () => {
  const secret = await gpg.ok(["--export-secret-keys", "=Signs only"]);
  const tries: [string | Uint8Array, string][] = [
    [new Uint8Array(secret.stdout), "private"],
    [(keys.good ?? "").padEnd(MAX_FOREIGN_KEY_BYTES + 1), "tooLarge"],
    [new Uint8Array(MAX_FOREIGN_KEY_BYTES + 1), "tooLarge"],
    [(keys.good ?? "").slice(0, 400), "malformed"],
    ["Our key is on our page.", "noKey"],
    ["", "noKey"],
  ];
  for (const [given, fault] of tries) await expect(readForeignKey(given, NOW)).rejects.toMatchObject({ fault });
});

test("gpg opens a package and finds its signature good; one that is too large is not made", async () => {
  const signer = await generateKeyPair({ name: "Signer", now: NOW });
  await gpg.ok(["--import"], signer.publicKey);
  const sealing = { recipientPublicKey: keys.good ?? "", signingKey: signer.privateKey, now: NOW };
  const { armored, digest } = await sealPackage({ bytes: new Uint8Array(100_000).fill(7), ...sealing });
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const opened = await gpg.ok(["--status-fd", "2", "--decrypt"], armored);
  expect(opened.stdout.length).toBe(100_000);
  expect(opened.log).toContain(`VALIDSIG ${signer.fingerprint.toUpperCase()}`);
  const large = sealPackage({ bytes: new Uint8Array(MAX_PACKAGE_BYTES + 1), ...sealing });
  await expect(large).rejects.toMatchObject({ name: "PackageError", fault: "tooLarge" });
});
