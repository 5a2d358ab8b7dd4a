import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readArmor, writeArmor } from "../../crypto/armor";
import { concatBytes, fromHex, randomBytes, toBase64, utf8 } from "../../crypto/bytes";
import { encryptionKeyIds, generateKeyPair, type KeyPair } from "../../crypto/keys";
import { walkPackets } from "../../crypto/packet-walk";
import { type InspectOptions, type IntakeKey, inspectArmored, inspectBinary } from "../../crypto/packets";
import { flipBit, type Gpg, NOW, refusal, startGpg } from "./support";

let gpg: Gpg;
let people: KeyPair[];
let stranger: KeyPair;
let intakeKeys: IntakeKey[];
let good: string;
let goodBytes: Uint8Array;

const MAX_BYTES = 64 * 1024;
const options = (): InspectOptions => ({ intakeKeys, maxBytes: MAX_BYTES });

beforeAll(async () => {
  gpg = await startGpg();
  const names = ["Noor", "Ilse", "Tomás", "Stranger"];
  const keys = await Promise.all(names.map((name) => generateKeyPair({ name, now: NOW })));
  people = keys.slice(0, 3);
  stranger = keys[3] as KeyPair;
  for (const { publicKey } of keys) await gpg.ok(["--import"], publicKey);
  intakeKeys = await Promise.all(
    people.map(async ({ publicKey }, i) => ({ person: `person-${i}`, keyIds: await encryptionKeyIds(publicKey) })),
  );
  good = await encryptWithGpg("They shipped it without a licence.", [0, 1]);
  goodBytes = readArmor(good);
}, 30_000);

afterAll(() => gpg.close());

function recipients(indexes: number[]): string[] {
  return indexes.flatMap((i) => ["--recipient", (people[i] ?? stranger).fingerprint]);
}

async function encryptWithGpg(text: string | Uint8Array, to: number[], more: string[] = []): Promise<string> {
  return (await gpg.ok(["--armor", ...more, ...recipients(to), "--encrypt"], text)).text;
}

async function faultOf(armored: string, over: Partial<InspectOptions> = {}): Promise<unknown> {
  return (await refusal(inspectArmored(armored, { ...options(), ...over }))).fault;
}

describe("a message made by gpg", () => {
  test("to two people of the intake set is taken in, in one canonical form", async () => {
    const inspected = await inspectArmored(good, options());
    expect(inspected.recipients.sort()).toEqual(["person-0", "person-1"]);
    expect(inspected.bytes).toBe(goodBytes.length);
    expect(inspected.canonicalArmor).toBe(good);
    expect(await inspectBinary(goodBytes, options())).toEqual(inspected);
  });

  test("to three people, with comment and version lines, is taken in without them", async () => {
    const more = ["--comment", "made: at home", "--emit-version", "--emit-version"];
    const message = await encryptWithGpg("text", [0, 1, 2], more);
    expect(message).toContain("Comment: made: at home");
    const inspected = await inspectArmored(message, options());
    expect(inspected.recipients).toHaveLength(3);
    expect(inspected.canonicalArmor).not.toContain("Comment");
  });

  test("large enough to come in partial lengths is taken in", async () => {
    const message = await encryptWithGpg(randomBytes(40_000), [0, 1]);
    const seipd = [...walkPackets(readArmor(message))].find(({ tag }) => tag === 18);
    expect(seipd?.isPartial).toBe(true);
    expect((await inspectArmored(message, options())).bytes).toBeGreaterThan(40_000);
  });

  test("signed inside the encryption is taken in: the server cannot tell, and need not", async () => {
    await gpg.ok(["--import"], stranger.privateKey);
    const more = ["--sign", "--local-user", stranger.fingerprint];
    expect((await inspectArmored(await encryptWithGpg("text", [0, 1], more), options())).recipients).toHaveLength(2);
  });

  test("to one person alone is refused", async () => {
    expect(await faultOf(await encryptWithGpg("text", [0]))).toBe("tooFewRecipients");
  });

  test("to one person's two keys is refused: two people are asked for", async () => {
    const [first, second, ...rest] = intakeKeys;
    const onePerson = [{ person: "one", keyIds: [...(first?.keyIds ?? []), ...(second?.keyIds ?? [])] }, ...rest];
    expect(await faultOf(good, { intakeKeys: onePerson })).toBe("tooFewRecipients");
  });

  test("to anybody outside the current intake set is refused", async () => {
    expect(await faultOf(await encryptWithGpg("text", [0, 1, 3]))).toBe("unknownRecipient");
    expect(await faultOf(good, { intakeKeys: intakeKeys.slice(1) })).toBe("unknownRecipient");
  });

  test("to hidden recipients is refused", async () => {
    expect(await faultOf(await encryptWithGpg("text", [0, 1], ["--throw-keyids"]))).toBe("unknownRecipient");
    const hidden = ["--armor", "--hidden-recipient", people[0]?.fingerprint ?? "", ...recipients([1]), "--encrypt"];
    expect(await faultOf((await gpg.ok(hidden, "text")).text)).toBe("unknownRecipient");
  });

  test("with a password beside the keys, or a password alone, is refused", async () => {
    const passphrase = ["--passphrase", "open sesame", "--symmetric"];
    expect(await faultOf(await encryptWithGpg("text", [0, 1], passphrase))).toBe("unexpectedPacket");
    const alone = await gpg.ok(["--armor", ...passphrase], "text");
    expect(await faultOf(alone.text)).toBe("unexpectedPacket");
  });

  test("that is only signed, only compressed, cleartext-signed or plain is refused", async () => {
    await gpg.ok(["--import"], stranger.privateKey);
    const local = ["--armor", "--local-user", stranger.fingerprint];
    expect(await faultOf((await gpg.ok([...local, "--sign"], "text")).text)).toBe("unexpectedPacket");
    expect(await faultOf((await gpg.ok([...local, "-z", "0", "--sign"], "text")).text)).toBe("unexpectedPacket");
    expect(await faultOf((await gpg.ok([...local, "--clear-sign"], "text")).text)).toBe("notArmored");
    expect(await faultOf((await gpg.ok(["--armor", "--store"], "text")).text)).toBe("unexpectedPacket");
    expect(await faultOf((await gpg.ok(["--armor", "-z", "0", "--store"], "text")).text)).toBe("unexpectedPacket");
  });

  test("that is a key, a signature or no armor at all is refused", async () => {
    await gpg.ok(["--import"], stranger.privateKey);
    const signature = await gpg.ok(["--armor", "--local-user", stranger.fingerprint, "--detach-sign"], "text");
    for (const text of [signature.text, stranger.publicKey, "They shipped it without a licence.", "", "-----"]) {
      expect(await faultOf(text)).toBe("notArmored");
    }
  });
});

describe("armor that the way has changed", () => {
  const ways: [string, (armored: string) => string][] = [
    ["line breaks turned into spaces", (armored) => armored.replaceAll("\n", " ")],
    ["line breaks removed", (armored) => armored.replaceAll("\n", "")],
    ["Windows line breaks", (armored) => armored.replaceAll("\n", "\r\n")],
    ["blanks at the ends of lines and around", (armored) => `\n\n  ${armored.replaceAll("\n", "  \n")}  \n`],
    ["a byte order mark", (armored) => `\ufeff${armored}`],
    ["no checksum", (armored) => armored.replace(/\n=[^\n]{4}\n/, "\n")],
    ["no blank line after the head", (armored) => armored.replace("\n\n", "\n")],
  ];

  test.each(ways)("%s: taken in, and stored canonically", async (_name, change) => {
    expect((await inspectArmored(change(good), options())).canonicalArmor).toBe(good);
  });

  test("header lines survive neither spaces nor joins, whatever they say", async () => {
    const heads = ["Version: GnuPG v2", "Version: BCPG v1.58\nComment: what? https://example.org/wh"];
    for (const head of heads) {
      const armored = good.replace("\n\n", `\n${head}\n\n`);
      for (const change of [(text: string) => text, (text: string) => text.replaceAll("\n", " ")]) {
        expect((await inspectArmored(change(armored), options())).canonicalArmor).toBe(good);
      }
    }
    const joined = good.replace("\n\n", "\nVersion: GnuPG v2\n\n").replaceAll("\n", "");
    expect((await inspectArmored(joined, options())).canonicalArmor).toBe(good);
  });

  test("words before or after the message are refused, not stored", async () => {
    expect(await faultOf(`My name is Jo.\n${good}`)).toBe("notArmored");
    expect(await faultOf(`${good}\nMy name is Jo.`)).toBe("notArmored");
    expect(await faultOf(`${good}\n${good}`)).toBe("notArmored");
  });

  test("a character lost, changed or added is noticed by the checksum", async () => {
    const at = good.indexOf("\n\n") + 200;
    const other = good[at] === "A" ? "B" : "A";
    for (const armored of [
      good.slice(0, at) + good.slice(at + 1),
      good.slice(0, at) + other + good.slice(at + 1),
      `${good.slice(0, at)}A${good.slice(at)}`,
      `${good.slice(0, at)}?${good.slice(at + 1)}`,
    ]) {
      expect(await faultOf(armored)).toBe("malformed");
    }
  });

  test("the end cut off is refused", async () => {
    expect(await faultOf(good.slice(0, good.length / 2))).toBe("notArmored");
    expect(await faultOf(writeArmor(goodBytes.subarray(0, goodBytes.length - 1)))).toBe("malformed");
    expect(await faultOf(writeArmor(goodBytes.subarray(0, 100)))).toBe("malformed");
  });
});

describe("packets made to deceive", () => {
  const seipd = (version: number, length: number) =>
    concatBytes(Uint8Array.of(0xd2, 0xff, 0, 0, length >> 8, length & 255, version), randomBytes(length - 1));
  const pkesks = () => [...walkPackets(goodBytes)].filter(({ tag }) => tag === 1).map(({ body }) => body);
  const wrapBody = (body: Uint8Array) => concatBytes(Uint8Array.of(0xc1, body.length), body);
  const heads = () => concatBytes(...pkesks().map(wrapBody));
  const fault = async (...chunks: Uint8Array[]) =>
    (await refusal(inspectBinary(concatBytes(...chunks), options()))).fault;

  test("new-format headers and every length form are read alike", async () => {
    const message = concatBytes(heads(), seipd(1, 300));
    expect((await inspectBinary(message, options())).recipients).toHaveLength(2);
  });

  test("SEIPD version 2, OCB packets, old SED packets, markers and padding are refused", async () => {
    expect(await fault(heads(), seipd(2, 300))).toBe("unexpectedPacket");
    for (const tag of [20, 9, 10, 21, 11, 8, 2, 4, 3, 60]) {
      const packet = concatBytes(Uint8Array.of(0xc0 | tag, 100), randomBytes(100));
      expect(await fault(heads(), packet)).toBe("unexpectedPacket");
      expect(await fault(heads(), packet, seipd(1, 300))).toBe("unexpectedPacket");
      expect(await fault(heads(), seipd(1, 300), packet)).toBe("unexpectedPacket");
    }
  });

  test("PKESK version 6, a recipient named twice and a second message behind the first are refused", async () => {
    const [first] = pkesks();
    const six = wrapBody(concatBytes(Uint8Array.of(6), first?.subarray(1) ?? new Uint8Array()));
    expect(await fault(heads(), six, seipd(1, 300))).toBe("unexpectedPacket");
    expect(await fault(heads(), heads(), seipd(1, 300))).toBe("unexpectedPacket");
    expect(await fault(goodBytes, goodBytes)).toBe("unexpectedPacket");
  });

  test("plain text hidden in a recipient's packet is refused", async () => {
    const [first, second] = pkesks();
    const stuffed = wrapBody(concatBytes(first ?? new Uint8Array(), utf8("They shipped it")));
    expect(await fault(stuffed, wrapBody(second ?? new Uint8Array()), seipd(1, 300))).toBe("malformed");
  });

  test("recipients without a message, a message without recipients and an empty one are refused", async () => {
    expect(await fault(heads())).toBe("malformed");
    expect(await fault(seipd(1, 300))).toBe("tooFewRecipients");
    expect(await fault(heads(), seipd(1, 20))).toBe("malformed");
    expect(await fault(new Uint8Array())).toBe("malformed");
    expect(await fault(heads(), Uint8Array.of(0xd2, 0))).toBe("malformed");
  });

  test("indeterminate and partial lengths where none may be are refused", async () => {
    const [first] = pkesks();
    expect(await fault(Uint8Array.of(0x87), first ?? new Uint8Array())).toBe("malformed");
    expect(
      await fault(
        Uint8Array.of(0xc1, 0xe6),
        (first ?? new Uint8Array()).subarray(0, 64),
        fromHex("1e"),
        randomBytes(30),
      ),
    ).toBe("malformed");
    expect(await fault(heads(), Uint8Array.of(0xd2, 0xfe), randomBytes(50))).toBe("malformed");
  });

  test("a message above the limit is refused, however it is written", async () => {
    expect(await faultOf(await encryptWithGpg(randomBytes(MAX_BYTES), [0, 1]))).toBe("tooLarge");
    expect(await faultOf("A".repeat(MAX_BYTES * 4))).toBe("tooLarge");
    expect(await faultOf(good, { maxBytes: goodBytes.length - 1 })).toBe("tooLarge");
    expect((await inspectArmored(good, { ...options(), maxBytes: goodBytes.length })).bytes).toBe(goodBytes.length);
  });

  test("SEIPD version 2 made by OpenPGP.js is refused", async () => {
    const openpgp = await import("openpgp");
    const encryptionKeys = await Promise.all(
      people.slice(0, 2).map(({ publicKey }) => openpgp.readKey({ armoredKey: publicKey })),
    );
    const message = await openpgp.createMessage({ text: "text" });
    const sessionKey = { data: randomBytes(32), algorithm: "aes256", aeadAlgorithm: "ocb" } as const;
    expect(await faultOf(await openpgp.encrypt({ message, encryptionKeys, sessionKey }))).toBe("unexpectedPacket");
  });
});

describe("damage at random", () => {
  const faults = /^(notArmored|tooLarge|tooFewRecipients|unknownRecipient|unexpectedPacket|malformed)$/;

  test("2,000 damaged messages each end in a result, none in a crash", async () => {
    const started = performance.now();
    for (let i = 0; i < 2000; i++) {
      const bytes = damage(goodBytes, i);
      const result = await inspectBinary(bytes, options()).catch((error) => error);
      if (result instanceof Error) expect((result as Error & { fault?: string }).fault).toMatch(faults);
      else expect(result.bytes).toBe(bytes.length);
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("500 texts of damaged armor each end in a result", async () => {
    for (let i = 0; i < 500; i++) {
      const text = Buffer.from(damage(utf8(good), i)).toString("latin1");
      const result = await inspectArmored(text, options()).catch((error) => error);
      if (result instanceof Error) expect((result as Error & { fault?: string }).fault).toMatch(faults);
    }
  });

  test("a hostile text of ten million characters is read in bounded time", async () => {
    const big = { ...options(), maxBytes: 10_000_000 };
    const body = [
      toBase64(randomBytes(7_000_000)),
      "=".repeat(9_000_000),
      "h".repeat(9_000_000),
      `a:${" h".repeat(4e6)}`,
    ];
    for (const text of body) {
      const started = performance.now();
      await refusal(inspectArmored(`-----BEGIN PGP MESSAGE-----${text}-----END PGP MESSAGE-----`, big));
      expect(performance.now() - started).toBeLessThan(3000);
    }
  }, 20_000);
});

/** Reproducible damage: bits turned over, stretches cut, doubled or overwritten. */
function damage(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 2654435761 + 1;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  let out = bytes;
  for (let n = 0; n <= random(3); n++) {
    const at = random(random(2) ? 200 : out.length);
    const kind = random(4);
    if (kind === 0) out = flipBit(out, at, random(8));
    else if (kind === 1) out = concatBytes(out.subarray(0, at), out.subarray(at + random(40)));
    else if (kind === 2) out = concatBytes(out.subarray(0, at), out.subarray(Math.max(0, at - random(60))));
    else out = concatBytes(out.subarray(0, at), Uint8Array.of(random(256), random(256)), out.subarray(at + 2));
  }
  return out;
}
