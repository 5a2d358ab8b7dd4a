import { expect, test } from "vitest";
import { giveBack } from "~/platform/give-back.server";

test("bytes that lie alone are given back, and what shares its memory with others stays", () => {
  const alone = Buffer.allocUnsafeSlow(1024).fill(1);
  giveBack(alone);
  expect([alone.length, alone.buffer.byteLength]).toEqual([0, 0]);
  const shared = Buffer.allocUnsafeSlow(1024).fill(1);
  giveBack(shared.subarray(0, 512));
  expect(shared.every((byte) => byte === 1)).toBe(true);
  // Twice, or with nothing in it, does no harm.
  for (const empty of [alone, new Uint8Array()]) expect(() => giveBack(empty)).not.toThrow();
});
