import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findMissing } from "~/reporter/capable";
import { IDLE_MS, watchIdle } from "~/reporter/mailbox/idle";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A window, as far as watching needs one. */
function scope() {
  return Object.assign(new EventTarget(), { setInterval, clearInterval }) as unknown as Window & EventTarget;
}

test("an open mailbox closes once after fifteen minutes without use", () => {
  const close = vi.fn();
  watchIdle(scope(), close);
  vi.advanceTimersByTime(IDLE_MS - 20_000);
  expect(close).not.toHaveBeenCalled();
  vi.advanceTimersByTime(IDLE_MS);
  expect(close).toHaveBeenCalledTimes(1);
});

test("typing keeps it open, and closing it by hand ends the watch", () => {
  const close = vi.fn();
  const page = scope();
  const stop = watchIdle(page, close);
  vi.advanceTimersByTime(IDLE_MS - 20_000);
  page.dispatchEvent(new Event("keydown"));
  vi.advanceTimersByTime(IDLE_MS - 20_000);
  expect(close).not.toHaveBeenCalled();
  stop();
  vi.advanceTimersByTime(2 * IDLE_MS);
  expect(close).not.toHaveBeenCalled();
});

test("a browser that cannot seal is found out before anything can be typed", () => {
  expect(findMissing({ isSecureContext: false, crypto })).toBe("insecure");
  expect(findMissing({ isSecureContext: true, crypto: { getRandomValues: () => {} } as unknown as Crypto })).toBe(
    "crypto",
  );
  expect(findMissing({ isSecureContext: true, crypto })).toBeNull();
});
