import { afterEach, expect, test } from "vitest";
import {
  dropWhenIdle,
  heldKey,
  holdKey,
  IDLE_MINUTES,
  lock,
  minutesLeft,
  offerLockKey,
  takeLockKey,
  touch,
  whenLocked,
} from "~/desk/key-store";
import { firstWords, rememberTitle, titleOf } from "~/desk/opened-titles";

const KEY = { person: "a", fingerprint: "f", privateKey: "secret" };
const MINUTE = 60_000;
afterEach(lock);

test("a key is dropped after a quarter of an hour in which nobody touches the page", () => {
  holdKey(KEY, 0);
  expect(minutesLeft(0)).toBe(IDLE_MINUTES);
  expect(dropWhenIdle(IDLE_MINUTES * MINUTE - 1)).toBe(false);
  expect(dropWhenIdle(IDLE_MINUTES * MINUTE)).toBe(true);
  expect(heldKey("a")).toBeNull();
});

test("work keeps the key, but a touch after the time is up does not rescue it", () => {
  holdKey(KEY, 0);
  touch(10 * MINUTE);
  expect(minutesLeft(20 * MINUTE)).toBe(5);
  touch(40 * MINUTE);
  expect(heldKey("a")).toBeNull();
});

test("one person's key is never handed to another", () => {
  holdKey(KEY, Date.now());
  expect(heldKey("b")).toBeNull();
});

test("locking forgets what was opened, and the key that signing in left behind", () => {
  let forgotten = false;
  whenLocked(() => {
    forgotten = true;
  });
  offerLockKey(new Uint8Array(32));
  rememberTitle("case", "The boxes went elsewhere.");
  lock();
  expect([forgotten, takeLockKey(), titleOf("case")]).toEqual([true, null, null]);
});

test("a case is called by its first sentence, or by as many whole words as fit", () => {
  expect(firstWords("The boxes went elsewhere. I saw the papers.")).toBe("The boxes went elsewhere");
  expect(firstWords("word ".repeat(40))).toMatch(/^(word )+word…$/);
});
