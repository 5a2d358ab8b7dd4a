/** An open mailbox closes by itself when nobody has touched the page for so long. */
export const IDLE_MS = 15 * 60_000;

const SIGNS_OF_LIFE = ["pointerdown", "keydown", "input", "scroll"] as const;

/** Calls `close` once after IDLE_MS without a sign of life; the returned function stops watching. */
export function watchIdle(scope: Window, close: () => void): () => void {
  let last = Date.now();
  const touch = () => {
    last = Date.now();
  };
  // A sleeping machine stops timers: the clock is asked, not the number of ticks.
  const timer = scope.setInterval(() => {
    if (Date.now() - last >= IDLE_MS) {
      stop();
      close();
    }
  }, 10_000);
  for (const sign of SIGNS_OF_LIFE) scope.addEventListener(sign, touch, { passive: true });
  const stop = () => {
    scope.clearInterval(timer);
    for (const sign of SIGNS_OF_LIFE) scope.removeEventListener(sign, touch);
  };
  return stop;
}
