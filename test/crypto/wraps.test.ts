import { beforeAll, describe, expect, test } from "vitest";
import { readArmor, writeArmor } from "../../crypto/armor";
import { fromBase64, randomBytes, toBase64, utf8 } from "../../crypto/bytes";
import { generateCompartmentKey } from "../../crypto/compartments";
import { generateKeyPair, type KeyPair } from "../../crypto/keys";
import { encryptBytes } from "../../crypto/messages";
import { readPrivateKey } from "../../crypto/openpgp";
import { assembleFile, type FileManifest, openPart, PART_BYTES, sealPart } from "../../crypto/parts";
import { requireRecipientKey } from "../../crypto/recipients";
import { requireUsableKey } from "../../crypto/usable-key";
import { openReceiptWrap, openWrap, openWrapOuter, wrapForReceipt, wrapForTwo, wrapKey } from "../../crypto/wraps";
import { certified, flipBit, NOW, refusal } from "./support";

let office: KeyPair;
let noor: KeyPair;
let ilse: KeyPair;
let compartment: KeyPair;

beforeAll(async () => {
  office = await generateKeyPair({ name: "Office", now: NOW });
  [noor, ilse, compartment] = await Promise.all([
    certified(office),
    certified(office, "Ilse Brandt"),
    generateCompartmentKey({ now: NOW }),
  ]);
});

const recipient = ({ publicKey }: KeyPair) =>
  requireRecipientKey({ publicKey, officePublicKey: office.publicKey, now: NOW });

describe("a wrap", () => {
  test("gives its person the compartment's key, and nobody else", async () => {
    const sealed = await wrapKey({ privateKey: compartment.privateKey, recipient: await recipient(noor), now: NOW });
    const { fingerprint } = compartment;
    expect(await openWrap({ sealed, privateKey: noor.privateKey, fingerprint })).toBe(compartment.privateKey);
    const refused = await refusal(openWrap({ sealed, privateKey: ilse.privateKey, fingerprint }));
    expect(refused).toMatchObject({ name: "WrapError", fault: "cannotOpen" });
  });

  test("that holds another key, no key or a public key is refused", async () => {
    const other = await generateCompartmentKey({ now: NOW });
    const { fingerprint } = compartment;
    const to = [await requireUsableKey(noor.publicKey, NOW)];
    for (const text of [other.privateKey, compartment.publicKey, "", "hello"]) {
      const sealed = (await encryptBytes({ data: utf8(text), to, now: NOW })).armor();
      const refused = await refusal(openWrap({ sealed, privateKey: noor.privateKey, fingerprint }));
      expect(refused).toMatchObject({ name: "WrapError", fault: "wrongKey" });
    }
  });

  test("that holds the right public half with a strange secret half is refused", async () => {
    const [mine, strange] = await Promise.all(
      [compartment, await generateCompartmentKey({ now: NOW })].map((key) =>
        readPrivateKey({ armoredKey: key.privateKey }),
      ),
    );
    for (const index of [0, 1]) {
      const target = mine?.getKeys()[index]?.keyPacket;
      const source = strange?.getKeys()[index]?.keyPacket;
      if (!target || !source || !mine) throw new Error("Both keys have two packets.");
      const kept = Reflect.get(target, "privateParams");
      Reflect.set(target, "privateParams", Reflect.get(source, "privateParams"));
      const to = [await requireUsableKey(noor.publicKey, NOW)];
      const sealed = (await encryptBytes({ data: utf8(mine.armor()), to, now: NOW })).armor();
      Reflect.set(target, "privateParams", kept);
      const options = { sealed, privateKey: noor.privateKey, fingerprint: compartment.fingerprint };
      expect(await refusal(openWrap(options))).toMatchObject({ fault: "wrongKey" });
    }
  });

  test("with any bit turned over does not open", async () => {
    const sealed = await wrapKey({ privateKey: compartment.privateKey, recipient: noor.publicKey, now: NOW });
    const bytes = readArmor(sealed);
    for (let i = 0; i < 30; i++) {
      const flipped = writeArmor(flipBit(bytes, Math.floor((bytes.length / 30) * i), i % 8));
      const options = { sealed: flipped, privateKey: noor.privateKey, fingerprint: compartment.fingerprint };
      expect(await refusal(openWrap(options))).toMatchObject({ name: "WrapError", fault: "cannotOpen" });
    }
  });

  test("for two needs both, in order, and two different people", async () => {
    const [inner, outer] = [await recipient(noor), await recipient(ilse)];
    const sealed = await wrapForTwo({ privateKey: compartment.privateKey, inner, outer, now: NOW });
    const { fingerprint } = compartment;
    for (const { privateKey } of [noor, ilse]) {
      expect((await refusal(openWrap({ sealed, privateKey, fingerprint }))).name).toBe("WrapError");
    }
    expect(await refusal(openWrapOuter({ sealed, privateKey: noor.privateKey }))).toMatchObject({
      fault: "cannotOpen",
    });
    const middle = await openWrapOuter({ sealed, privateKey: ilse.privateKey });
    expect(await openWrap({ sealed: middle, privateKey: noor.privateKey, fingerprint })).toBe(compartment.privateKey);
    const alone = wrapForTwo({ privateKey: compartment.privateKey, inner, outer: inner, now: NOW });
    expect(await refusal(alone)).toMatchObject({ name: "SamePersonError" });
    const single = await wrapKey({ privateKey: compartment.privateKey, recipient: outer, now: NOW });
    expect(await refusal(openWrapOuter({ sealed: single, privateKey: ilse.privateKey }))).toMatchObject({
      fault: "cannotOpen",
    });
  });
});

describe("a receipt's wrap", () => {
  test("opens with the receipt's key and for its own compartment only", async () => {
    const key = randomBytes(32);
    const sealed = await wrapForReceipt(compartment.privateKey, key);
    expect(await openReceiptWrap(sealed, key, compartment.fingerprint)).toBe(compartment.privateKey);
    const cannot = { name: "WrapError", fault: "cannotOpen" };
    expect(await refusal(openReceiptWrap(sealed, randomBytes(32), compartment.fingerprint))).toMatchObject(cannot);
    expect(await refusal(openReceiptWrap(sealed, key, noor.fingerprint))).toMatchObject(cannot);
    const bytes = fromBase64(sealed);
    for (const at of [0, 12, 400, bytes.length - 1]) {
      const flipped = toBase64(flipBit(bytes, at));
      expect(await refusal(openReceiptWrap(flipped, key, compartment.fingerprint))).toMatchObject(cannot);
    }
  });
});

describe("a file", () => {
  async function seal(file: Uint8Array) {
    const stored = new Map<string, Uint8Array>();
    const manifest: FileManifest = { name: "scan.pdf", type: "application/pdf", bytes: file.length, parts: [] };
    for (let at = 0; at < file.length; at += PART_BYTES) {
      const plain = file.subarray(at, at + PART_BYTES);
      const { bytes, digest } = await sealPart(plain, compartment.publicKey, NOW);
      const id = `part-${manifest.parts.length}`;
      stored.set(id, bytes);
      manifest.parts.push({ id, bytes: plain.length, sha256: digest });
    }
    const fetchPart = async (id: string) => stored.get(id) ?? new Uint8Array();
    return { manifest, stored, fetchPart };
  }

  test("comes back byte for byte, over several parts", async () => {
    const file = randomBytes(PART_BYTES + 70_001);
    const { manifest, fetchPart } = await seal(file);
    const blob = await assembleFile(manifest, fetchPart, compartment.privateKey);
    expect(Buffer.from(await blob.arrayBuffer()).equals(file)).toBe(true);
    expect(blob.type).toBe("application/octet-stream");
  });

  test("shows its size by bucket only: small ones alike, whole parts alike", async () => {
    const sizes = await Promise.all(
      [0, 1, 9000, 16384, PART_BYTES - 1000, PART_BYTES].map(
        async (bytes) => (await sealPart(randomBytes(bytes), compartment.publicKey, NOW)).bytes.length,
      ),
    );
    expect(new Set(sizes).size).toBe(2);
  });

  test("with a part altered, swapped, missing or of another length is refused by the part's name", async () => {
    const { manifest, stored, fetchPart } = await seal(randomBytes(30_000));
    const [part] = manifest.parts;
    const sealed = stored.get("part-0");
    if (!part || !sealed) throw new Error("One part is needed.");
    const assemble = (changed: FileManifest, fetch = fetchPart) =>
      refusal(assembleFile(changed, fetch, compartment.privateKey));
    const altered = { name: "PartError", fault: "altered", part: "part-0" };
    expect(await assemble(manifest, async () => flipBit(sealed, 5000))).toMatchObject(altered);
    expect(await assemble(manifest, async () => new Uint8Array())).toMatchObject(altered);
    const shorter = { ...manifest, parts: [{ ...part, bytes: 10 }] };
    expect(await assemble(shorter)).toMatchObject({ fault: "wrongLength", part: "part-0" });
    expect(await assemble({ ...manifest, bytes: 30_001 })).toMatchObject({ fault: "wrongLength" });
  });

  test("cannot be opened with another key, and a part larger than a part is not sealed", async () => {
    const { bytes } = await sealPart(randomBytes(10), compartment.publicKey, NOW);
    expect(await refusal(openPart(bytes, noor.privateKey))).toMatchObject({ fault: "cannotDecrypt" });
    expect(await refusal(openPart(flipBit(bytes, 900), compartment.privateKey))).toMatchObject({
      fault: "cannotDecrypt",
    });
    expect(await refusal(openPart(randomBytes(100), compartment.privateKey))).toMatchObject({ fault: "cannotDecrypt" });
    const large = sealPart(new Uint8Array(PART_BYTES + 1), compartment.publicKey, NOW);
    expect(await refusal(large)).toMatchObject({ fault: "tooLarge" });
  });
});
