/** So many people can open a new report: enough that none alone can let it lie, few enough to know who could. */
export const MAX_RECIPIENTS = 3;

/**
 * Draws up to `count` at random, each as likely as any other; all of them where there are fewer.
 *
 * Units: `random` gives a whole number below its argument.
 * Source: Fisher–Yates shuffle, stopped early.
 */
export function drawSome<Entry>(from: readonly Entry[], count = MAX_RECIPIENTS, random = randomBelow): Entry[] {
  const pool = [...from];
  const drawn: Entry[] = [];
  while (drawn.length < count && pool.length > 0) drawn.push(...pool.splice(random(pool.length), 1));
  return drawn;
}

/** A whole number from 0 to `limit` − 1 from the browser's secure source, without modulo bias. */
export function randomBelow(limit: number): number {
  const fair = Math.floor(2 ** 32 / limit) * limit;
  const word = new Uint32Array(1);
  do crypto.getRandomValues(word);
  while ((word[0] ?? 0) >= fair);
  return (word[0] ?? 0) % limit;
}
