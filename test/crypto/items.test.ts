import * as openpgp from "openpgp";
import { beforeAll, describe, expect, test } from "vitest";
import { readArmor, writeArmor } from "../../crypto/armor";
import { sha256Hex } from "../../crypto/bytes";
import { generateCompartmentKey } from "../../crypto/compartments";
import { type ItemPayload, openItem, sealItem } from "../../crypto/items";
import { generateKeyPair, type KeyPair } from "../../crypto/keys";
import { walkPackets } from "../../crypto/packet-walk";
import { CASE, flipBit, later, NOW, OTHER_CASE, refusal } from "./support";

let compartment: KeyPair;
let officer: KeyPair;
let colleague: KeyPair;

beforeAll(async () => {
  compartment = await generateCompartmentKey({ now: NOW });
  officer = await generateKeyPair({ name: "Noor Haddad", now: NOW });
  colleague = await generateKeyPair({ name: "Ilse Brandt", now: NOW });
});

type Draft = Omit<ItemPayload, "v" | "pad">;

function payload(over: Partial<Draft> = {}): Draft {
  return {
    case: CASE,
    compartment: "correspondence",
    kind: "report",
    seq: 0,
    prev: "",
    body: { text: "They shipped it without a licence. \u202eآ" },
    ...over,
  };
}

const expected = { case: CASE, compartment: "correspondence" } as const;

async function seal(over: Partial<Draft> = {}, signingKey?: string) {
  const publicKey = compartment.publicKey;
  return sealItem({ payload: payload(over), compartmentPublicKey: publicKey, signingKey, now: NOW });
}

function open(armored: string, options: Partial<Parameters<typeof openItem>[0]> = {}) {
  return openItem({ armored, compartmentPrivateKey: compartment.privateKey, expect: expected, ...options });
}

const signers = () => ({ [officer.fingerprint]: officer.publicKey, [colleague.fingerprint]: colleague.publicKey });

describe("an item", () => {
  test("opens to exactly what was sealed, with its digest over the armored text", async () => {
    const { armored, digest } = await seal();
    const opened = await open(armored, { expect: { ...expected, kind: "report", seq: 0, prev: "" } });
    expect(opened.payload).toMatchObject({ v: 1, ...payload() });
    expect(opened.signer).toBeNull();
    expect(digest).toBe(await sha256Hex(armored));
  });

  test("is one PKESK version 3 and one SEIPD version 1, never OCB", async () => {
    const packets = [...walkPackets(readArmor((await seal({}, officer.privateKey)).armored))];
    expect(packets.map(({ tag, body }) => [tag, body[0]])).toEqual([
      [1, 3],
      [18, 1],
    ]);
  });

  test("names the member of staff who signed it", async () => {
    const { armored } = await seal({ kind: "note" }, officer.privateKey);
    const opened = await open(armored, { signers: signers(), requireSigned: true, now: NOW });
    expect(opened.signer).toBe(officer.fingerprint);
  });

  test("does not open with another compartment's key", async () => {
    const other = await generateCompartmentKey({ now: NOW });
    const { armored } = await seal();
    expect(await refusal(open(armored, { compartmentPrivateKey: other.privateKey }))).toMatchObject({
      name: "ItemError",
      fault: "cannotDecrypt",
    });
  });

  test("cannot be replayed into another case, compartment, kind or place in the order", async () => {
    const { armored } = await seal({ seq: 3, prev: "a".repeat(64) });
    const faults = await Promise.all(
      [
        { ...expected, case: OTHER_CASE },
        { ...expected, compartment: "deliberation" as const },
        { ...expected, kind: "note" },
        { ...expected, seq: 4 },
        { ...expected, prev: "b".repeat(64) },
        { ...expected, prev: "" as const },
      ].map(async (expect) => (await refusal(open(armored, { expect }))).fault),
    );
    expect(faults).toEqual(["wrongCase", "wrongCompartment", "wrongKind", "outOfOrder", "outOfOrder", "outOfOrder"]);
  });

  test("without a signature is refused where one is required", async () => {
    const { armored } = await seal();
    const refused = await refusal(open(armored, { signers: signers(), requireSigned: true }));
    expect(refused).toMatchObject({ fault: "unsigned" });
  });

  test("signed by somebody who may not sign here is refused, even where no signature is required", async () => {
    const { armored } = await seal({}, officer.privateKey);
    const others = { [colleague.fingerprint]: colleague.publicKey };
    expect(await refusal(open(armored, { signers: others }))).toMatchObject({ fault: "unknownSigner" });
    expect(await refusal(open(armored))).toMatchObject({ fault: "unknownSigner" });
  });

  test("does not count a key that the directory files under somebody else's fingerprint", async () => {
    const { armored } = await seal({}, officer.privateKey);
    const swapped = { [colleague.fingerprint]: officer.publicKey };
    expect(await refusal(open(armored, { signers: swapped }))).toMatchObject({ fault: "unknownSigner" });
  });

  test("signed far in the future is refused", async () => {
    const message = await sealItem({
      payload: payload(),
      compartmentPublicKey: compartment.publicKey,
      signingKey: officer.privateKey,
      now: later(10),
    });
    expect(await refusal(open(message.armored, { signers: signers(), now: NOW }))).toMatchObject({
      fault: "badSignature",
    });
  });

  test("with any single bit turned over does not open and gives nothing away", async () => {
    const bytes = readArmor((await seal({}, officer.privateKey)).armored);
    for (let i = 0; i < 60; i++) {
      const at = i < 20 ? bytes.length - 1 - i : Math.floor((bytes.length / 40) * (i - 20));
      const refused = await refusal(open(writeArmor(flipBit(bytes, at, i % 8)), { signers: signers() }));
      expect(refused.name).toBe("ItemError");
      expect(JSON.stringify(refused)).not.toContain("licence");
    }
  });

  test("that is plain text, a public key or empty is refused as malformed", async () => {
    for (const armored of ["", "They shipped it", officer.publicKey]) {
      expect(await refusal(open(armored))).toMatchObject({ name: "ItemError", fault: "malformed" });
    }
  });

  test("is refused when its private key is still locked or is none", async () => {
    const { armored } = await seal();
    const refused = await refusal(open(armored, { compartmentPrivateKey: compartment.publicKey }));
    expect(refused).toMatchObject({ name: "PrivateKeyError", fault: "malformed" });
  });
});

describe("a message forged by somebody who knows the compartment's public key", () => {
  const canonical = `{"body":null,"case":"${CASE}","compartment":"correspondence","kind":"note","pad":"","prev":"","seq":0,"v":1}`;

  async function forge(text: string, signingKeys: KeyPair[] = []) {
    const encryptionKeys = await openpgp.readKey({ armoredKey: compartment.publicKey });
    const keys = await Promise.all(
      signingKeys.map(({ privateKey }) => openpgp.readPrivateKey({ armoredKey: privateKey })),
    );
    const message = await openpgp.createMessage({ text });
    return openpgp.encrypt({ message, encryptionKeys, signingKeys: keys, date: NOW });
  }

  test("opens where it keeps to the form, so that the refusals below mean something", async () => {
    expect((await open(await forge(canonical))).payload.kind).toBe("note");
  });

  test("is malformed in any other form: spaces, order, doubled or extra fields, other versions, bad ids", async () => {
    const texts = [
      "",
      "null",
      "[]",
      "{}",
      "not JSON",
      ` ${canonical}`,
      canonical.replace('"v":1', '"v":2'),
      canonical.replace('"seq":0', '"seq":-1'),
      canonical.replace('"seq":0', '"seq":"0"'),
      canonical.replace('"seq":0', '"seq":0,"seq":0'),
      canonical.replace('"v":1', '"v":1,"x":1'),
      canonical.replace('"body":null,', ""),
      canonical.replace('"prev":""', '"prev":"abc"'),
      canonical.replace(CASE, CASE.toUpperCase()),
      canonical.replace("correspondence", "everything"),
      canonical.replace('"kind":"note"', '"kind":["note"]'),
    ];
    for (const text of texts) {
      expect([text, (await refusal(open(await forge(text)))).fault]).toEqual([text, "malformed"]);
    }
  });

  test("with two signatures counts for neither signer", async () => {
    const armored = await forge(canonical, [officer, colleague]);
    expect(await refusal(open(armored, { signers: signers() }))).toMatchObject({ fault: "badSignature" });
  });

  test("with a signature taken from another message is refused", async () => {
    const key = await openpgp.readPrivateKey({ armoredKey: officer.privateKey });
    const [first, second] = await Promise.all(
      [canonical, canonical.replace("note", "decision")].map(async (text) => {
        const message = await openpgp.createMessage({ text });
        return openpgp.sign({ message, signingKeys: key, date: NOW, format: "object" });
      }),
    );
    const spliced = openpgp.PacketList.from([...(second?.packets ?? [])]) as openpgp.PacketList<openpgp.AnyPacket>;
    spliced.splice(2, 1, ...(first?.packets.slice(2) ?? []));
    const message = new openpgp.Message<string>(Object.assign(new openpgp.PacketList(), {}));
    message.packets.push(...spliced);
    const encryptionKeys = await openpgp.readKey({ armoredKey: compartment.publicKey });
    const armored = await openpgp.encrypt({ message, encryptionKeys, date: NOW });
    expect(await refusal(open(armored, { signers: signers() }))).toMatchObject({ fault: "badSignature" });
  });

  test("that expands to more than 32 MiB is refused", async () => {
    const encryptionKeys = await openpgp.readKey({ armoredKey: compartment.publicKey });
    const preferredCompressionAlgorithm = openpgp.enums.compression.zlib;
    const message = await openpgp.createMessage({ binary: new Uint8Array(33 * 1024 * 1024) });
    const compressed = message.packets;
    expect(compressed).toHaveLength(1);
    const packed = Reflect.apply(Reflect.get(message, "compress"), message, [
      preferredCompressionAlgorithm,
      openpgp.config,
    ]) as openpgp.Message<Uint8Array>;
    const armored = await openpgp.encrypt({ message: packed, encryptionKeys, date: NOW });
    expect(armored.length).toBeLessThan(100_000);
    expect(["cannotDecrypt", "malformed"]).toContain((await refusal(open(armored))).fault);
  });
});

describe("length", () => {
  test("all short messages leave at the same ciphertext length, signed ones too", async () => {
    const texts = ["", "Fraud.", "x".repeat(900), "é".repeat(3000), "y".repeat(15000)];
    const plain = await Promise.all(texts.map((text) => seal({ body: { text } })));
    const signed = await Promise.all(texts.map((text) => seal({ body: { text } }, officer.privateKey)));
    expect(new Set(plain.map(({ armored }) => armored.length)).size).toBe(1);
    expect(new Set(signed.map(({ armored }) => armored.length)).size).toBe(1);
  });

  test("many signed messages do not differ by the odd byte of a short signature number", async () => {
    const sealed = await Promise.all(Array.from({ length: 150 }, () => seal({}, officer.privateKey)));
    expect(new Set(sealed.map(({ armored }) => armored.length)).size).toBe(1);
  }, 30_000);

  test("longer messages grow in Padmé steps only", async () => {
    const lengths = await Promise.all(
      Array.from({ length: 24 }, async (_, i) => (await seal({ body: "z".repeat(20_000 + i * 20) })).armored.length),
    );
    expect(new Set(lengths).size).toBeLessThanOrEqual(2);
  });
});
