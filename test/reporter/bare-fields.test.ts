import { expect, test } from "vitest";
import { ARMORED_PATTERN } from "~/components/public/armored-fields";
import { generateKeyPair } from "~crypto/keys";
import { createMessage, encrypt, readKey } from "~crypto/openpgp";
import { NOW } from "./support/office";

/** As browsers compile the `pattern` attribute (HTML §4.10.5.3.6): anchored, with the v flag. */
const pattern = new RegExp(`^(?:${ARMORED_PATTERN})$`, "v");

async function sealed(): Promise<string> {
  const { publicKey } = await generateKeyPair({ name: "reply", now: NOW });
  const message = await createMessage({ text: "What I saw." });
  return encrypt({ message, encryptionKeys: await readKey({ armoredKey: publicKey }) });
}

test("plain words cannot be handed over, not even between the marks of a message", () => {
  const words = "these are words that somebody typed into the wrong field and they must never leave the browser";
  expect(pattern.test(words)).toBe(false);
  expect(pattern.test(`-----BEGIN PGP MESSAGE----- ${words} -----END PGP MESSAGE-----`)).toBe(false);
  expect(pattern.test("-----BEGIN PGP PUBLIC KEY BLOCK----- x -----END PGP PUBLIC KEY BLOCK-----")).toBe(false);
});

test("a sealed message can be, with its lines, with spaces in their place, or with nothing", async () => {
  const armored = await sealed();
  expect(pattern.test(armored)).toBe(true);
  expect(pattern.test(armored.replace(/\r?\n/g, " "))).toBe(true);
  expect(pattern.test(armored.replace(/\r?\n/g, ""))).toBe(true);
  const withHeader = armored.replace("MESSAGE-----\n", "MESSAGE-----\nVersion: GnuPG v2\nComment: hello\n");
  expect(pattern.test(withHeader.replace(/\r?\n/g, " "))).toBe(true);
});
