import { afterAll, beforeAll, expect, test } from "vitest";
import { type Bytes, randomBytes, utf8 } from "../../crypto/bytes";
import { generateCompartmentKey } from "../../crypto/compartments";
import type { KeyPair } from "../../crypto/keys";
import { encryptLarge } from "../../crypto/large-message";
import { decryptMessage, encryptBytes, literalBytes, parseBinary } from "../../crypto/messages";
import { readPrivateKey } from "../../crypto/openpgp";
import { walkPackets } from "../../crypto/packet-walk";
import { requireUsableKey, type UsableKey } from "../../crypto/usable-key";
import { flipBit, type Gpg, NOW, startGpg } from "./support";

/** Around every border: of a block, of a header's length in one, two and five octets, of a part. */
const LENGTHS = [
  0, 1, 9, 10, 11, 15, 16, 17, 140, 160, 185, 186, 187, 191, 192, 8300, 8350, 8377, 8378, 8384, 65_537, 262_099,
  262_100, 262_112, 262_200, 600_001,
];

let keys: KeyPair;
let to: UsableKey;
let gpg: Gpg;
beforeAll(async () => {
  keys = await generateCompartmentKey({ now: NOW });
  to = await requireUsableKey(keys.publicKey, NOW);
  gpg = await startGpg();
  await gpg.ok(["--import"], keys.privateKey);
}, 30_000);
afterAll(() => gpg.close());

async function open(sealed: Bytes): Promise<Uint8Array | null> {
  const message = await parseBinary(sealed);
  const opened = message && (await decryptMessage(message, await readPrivateKey({ armoredKey: keys.privateKey })));
  return opened && literalBytes(opened);
}

const outline = (bytes: Uint8Array) =>
  [...walkPackets(bytes)].map(({ tag, length, isPartial, body }) => ({ tag, length, isPartial, version: body[0] }));

test.each(LENGTHS)("%i bytes: opened by the library, and laid out as the library lays it out", async (length) => {
  const data = randomBytes(length);
  const sealed = await encryptLarge(data, to);
  expect(await open(sealed)).toEqual(data);
  const theirs = (await encryptBytes({ data, to: [to], now: NOW })).write() as Uint8Array;
  expect(sealed.length).toBe(theirs.length);
  expect(outline(sealed)).toEqual(outline(theirs));
});

test("GnuPG opens what it is given, and finds its integrity good", async () => {
  for (const length of [0, 17, 192, 8384, 4 * 1024 * 1024]) {
    const data = randomBytes(length);
    const { stdout, log } = await gpg.ok(["--status-fd", "2", "--decrypt"], await encryptLarge(data, to));
    expect(Buffer.compare(stdout, Buffer.from(data))).toBe(0);
    expect(log).toContain("GOODMDC");
  }
});

test("a bit that was turned anywhere is found out", async () => {
  const sealed = await encryptLarge(utf8("The valve was closed on the third of May."), to);
  const [, seipd] = [...walkPackets(sealed)];
  const from = sealed.length - (seipd?.length ?? 0);
  for (let at = from; at < sealed.length; at += 3) expect(await open(flipBit(sealed, at) as Bytes)).toBeNull();
});

test("the same bytes are never sealed the same way, and nothing of them is left in the memory of the message", async () => {
  const data = utf8("a planted phrase that nobody may find ".repeat(40));
  const [one, other] = [await encryptLarge(data, to), await encryptLarge(data, to)];
  expect(Buffer.compare(one, other)).not.toBe(0);
  expect(Buffer.from(one.buffer).includes("planted phrase")).toBe(false);
});
