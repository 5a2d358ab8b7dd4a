import type { Covering } from "./cover";

/** Long before the first cover is due, and late enough not to hold up those on a slow circuit. */
const LOAD_MS = 10_000;

/** Fetches the cover once the page stands, and covers the page when nobody touches it. */
export function coverLater(covering: Covering): void {
  setTimeout(() => {
    // Without an answer the page stays as it is; leaving works all the same.
    void import("./cover").then(({ coverWhenIdle }) => coverWhenIdle(covering)).catch(() => undefined);
  }, LOAD_MS);
}
