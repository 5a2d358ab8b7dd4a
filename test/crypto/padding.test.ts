import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PADDING_FLOOR_BYTES, paddedLength, padmeLength, randomPad } from "../../crypto/padding";

describe("padding", () => {
  test("below the floor every length becomes the floor", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: PADDING_FLOOR_BYTES }), (length) => {
        expect(paddedLength(length)).toBe(PADDING_FLOOR_BYTES);
      }),
    );
  });

  // Source: the bit-mask form of Padmé as published (PURBs, PETS 2019, Algorithm 1).
  test("Padmé gives what the published algorithm gives, costs at most 12 % and never shrinks", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 2 ** 31 }), (length) => {
        const exponent = BigInt(length.toString(2).length - 1);
        const significant = BigInt(exponent.toString(2).length);
        const mask = (1n << (exponent - significant)) - 1n;
        expect(padmeLength(length)).toBe(Number((BigInt(length) + mask) & ~mask));
        expect(padmeLength(length)).toBeGreaterThanOrEqual(length);
        expect(padmeLength(length)).toBeLessThanOrEqual(Math.ceil(length * 1.12));
      }),
      { examples: [[2 ** 31 - 1], [2 ** 30], [16385]] },
    );
  });

  test("is idempotent, keeps order, and works above 4 GiB", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.nat(1000), (length, more) => {
        expect(padmeLength(padmeLength(length))).toBe(padmeLength(length));
        expect(padmeLength(length + more)).toBeGreaterThanOrEqual(padmeLength(length));
      }),
    );
  });

  test("a part of 4 MiB stays 4 MiB", () => {
    expect(paddedLength(4 * 1024 * 1024)).toBe(4 * 1024 * 1024);
  });

  test("filling has the length asked for, needs no escape in JSON, and is never the same", () => {
    for (const length of [0, 1, 2, 3, 100, 16384]) {
      const pad = randomPad(length);
      expect(pad).toMatch(/^[A-Za-z0-9_-]*$/);
      expect(pad).toHaveLength(length);
    }
    expect(randomPad(100)).not.toBe(randomPad(100));
  });
});
