import { expect, test } from "vitest";
import type { Hand } from "../browser/support/hand";
import { vocabulary } from "../browser/support/vocabulary";
import { sendLargeFile } from "./support/large-file";

const MIB = 1024 * 1024;
const say = vocabulary("en");

test("a large file arrives whole over a line that breaks again and again, can be held up, and takes little memory anywhere", async () => {
  const bytes = 48 * MIB + 12_345;
  const result = await sendLargeFile({ bytes, everyBytes: 10 * MIB, bytesPerSecond: 24 * MIB, whileSending: holdUp });
  expect(result.received).toBe(result.sent);
  expect(result.cuts).toBeGreaterThan(3);
  const added = ({ before, most }: typeof result.server) => Math.round(most - before);
  expect(added(result.server)).toBeLessThan(64);
  expect(added(result.browser)).toBeLessThan(256);
  expect(added(result.officer)).toBeLessThan(256);
}, 300_000);

/**
 * Looks at what the page says while the line is down, holds the upload up, sees that nothing moves, and goes on. A browser may
 * mend a cut by itself, so the line is taken away for a moment.
 */
async function holdUp(hand: Hand) {
  await hand.page.setOfflineMode(true);
  await hand.see(say("files", "send.down_other", { count: 0 }).split(".")[0] ?? "");
  await hand.page.setOfflineMode(false);
  await hand.press(say("files", "send.pause"));
  await hand.see(say("files", "send.paused"));
  const amount = () => hand.page.$$eval(".upload progress", (bars) => bars.map((bar) => bar.value).join());
  const before = await amount();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(await amount()).toBe(before);
  await hand.press(say("files", "send.resume"));
}
