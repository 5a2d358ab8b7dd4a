import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  concatBytes,
  fromBase64,
  fromHex,
  fromUtf8,
  randomBytes,
  randomId,
  sha256Hex,
  toBase64,
  toHex,
  utf8,
} from "../../crypto/bytes";
import { refusal } from "./support";

describe("bytes", () => {
  test("survive hex and base64 and agree with Node's own encoders", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
        expect([...fromHex(toHex(bytes))]).toEqual([...bytes]);
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes]);
      }),
    );
    const long = randomBytes(300_001);
    expect(toBase64(long)).toBe(Buffer.from(long).toString("base64"));
  });

  test("text survives UTF-8, with a byte order mark", () => {
    for (const text of ["", "Déjà vu", "شكوى", "\ufeffx", "😀"]) expect(fromUtf8(utf8(text))).toBe(text);
  });

  test("what is not the encoding it claims to be is refused, and not repeated in the error", async () => {
    for (const call of [() => fromHex("abc"), () => fromHex("zz"), () => fromBase64("ab\nc"), () => fromBase64("ab")]) {
      expect((await refusal(call)).name).toBe("EncodingError");
    }
    expect((await refusal(() => fromUtf8(Uint8Array.of(0xc3, 0x28)))).encoding).toBe("utf8");
  });

  test("are joined in order", () => {
    expect(toHex(concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3)))).toBe("010203");
  });

  test("ids are 32 hex characters and do not repeat", () => {
    const ids = Array.from({ length: 1000 }, randomId);
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  // Source: FIPS 180-4 examples, "abc" and the empty text.
  test("SHA-256 gives the published digests", async () => {
    expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(await sha256Hex(new Uint8Array())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
});
