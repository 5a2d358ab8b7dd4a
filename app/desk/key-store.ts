/** How long an unlocked key stays in page memory without anybody touching the page. */
export const IDLE_MINUTES = 15;
const IDLE_MS = IDLE_MINUTES * 60_000;
const CHECK_MS = 5_000;

/** A person's unlocked private key. It exists in this module's memory and nowhere else: no storage, no cookie. */
export type HeldKey = {
  person: string;
  fingerprint: string;
  privateKey: string;
  /** Keys that the person left, newest first: they open what was sealed to them and sign nothing. */
  oldKeys?: { fingerprint: string; privateKey: string }[];
};

/** Opens something with the present key, or with one that the person left; the present key's own error where none opens it. */
export async function withHeldKeys<Opened>(held: HeldKey, open: (privateKey: string) => Promise<Opened>) {
  try {
    return await open(held.privateKey);
  } catch (error) {
    for (const { privateKey } of held.oldKeys ?? []) {
      const opened = await open(privateKey).then(
        (found) => ({ found }),
        () => null,
      );
      if (opened) return opened.found;
    }
    throw error;
  }
}

let held: HeldKey | null = null;
let lastTouch = 0;
let offered: Uint8Array | null = null;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();
const atLock = new Set<() => void>();

/** Keeps a key until it is locked, or until nobody has touched the page for IDLE_MINUTES. */
export function holdKey(key: HeldKey, now = Date.now()) {
  held = key;
  lastTouch = now;
  timer ??= setInterval(() => dropWhenIdle(), CHECK_MS);
  tell();
}

/** The key of this person, or null when it is locked. */
export function heldKey(person: string): HeldKey | null {
  return held?.person === person ? held : null;
}

/** Forgets the key, and with it everything that was opened by it. */
export function lock() {
  held = null;
  offered = null;
  clearInterval(timer);
  timer = undefined;
  for (const forget of atLock) forget();
  tell();
}

/** Counts as work: the idle time starts again. */
export function touch(now = Date.now()) {
  // A touch after the time is up must not rescue the key, even when the timer was asleep with the machine.
  if (dropWhenIdle(now) || !held) return;
  const before = minutesLeft(now);
  lastTouch = now;
  if (before !== minutesLeft(now)) tell();
}

/** Whole minutes until the key is dropped, at least 1; null when no key is held. */
export function minutesLeft(now = Date.now()): number | null {
  if (!held) return null;
  return Math.max(1, Math.ceil((lastTouch + IDLE_MS - now) / 60_000));
}

/** Drops the key when its time is up, and says whether it did. */
export function dropWhenIdle(now = Date.now()): boolean {
  if (!held) return false;
  if (now - lastTouch < IDLE_MS) {
    tell();
    return false;
  }
  lock();
  return true;
}

/** Hands over the lock key that the sign-in already derived, so that nobody types a passphrase twice. */
export function offerLockKey(lockKey: Uint8Array) {
  offered = lockKey;
}

/** Takes the offered lock key, once. */
export function takeLockKey(): Uint8Array | null {
  const lockKey = offered;
  offered = null;
  return lockKey;
}

/** Calls back on every change; gives the way to stop. For React's `useSyncExternalStore`. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Registers what else has to be forgotten when the key is dropped. */
export function whenLocked(forget: () => void) {
  atLock.add(forget);
}

function tell() {
  for (const listener of listeners) listener();
}
