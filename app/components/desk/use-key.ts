import { useEffect, useSyncExternalStore } from "react";
import {
  dropWhenIdle,
  type HeldKey,
  heldKey,
  lock,
  minutesLeft,
  subscribe,
  takeLockKey,
  touch,
} from "~/desk/key-store";
import type { Me } from "~/desk/records";
import { unlockWith } from "~/desk/sign-in";

/** This person's unlocked key, or null while it is locked. */
export function useKey(me: Me): HeldKey | null {
  return useSyncExternalStore(
    subscribe,
    () => heldKey(me.person),
    () => null,
  );
}

/** Whole minutes until the key is dropped, or null while it is locked. */
export function useMinutesLeft(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => minutesLeft(),
    () => null,
  );
}

const SIGNS_OF_WORK = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/** Keeps the key while somebody works, drops it when nobody does, and takes the key over from signing in. */
export function useKeyWatch(me: Me) {
  useEffect(() => {
    // Once another key counts, the one in memory signs nothing that anybody would accept.
    const held = heldKey(me.person);
    if (held && held.fingerprint !== me.fingerprint) lock();
    const lockKey = takeLockKey();
    // A sign-in secret and a lock from different times can disagree; the unlock panel then asks again.
    if (lockKey) void unlockWith(me, lockKey).catch(() => undefined);
  }, [me]);
  useEffect(() => {
    const work = () => touch();
    const look = () => void dropWhenIdle();
    for (const sign of SIGNS_OF_WORK) window.addEventListener(sign, work, { passive: true });
    document.addEventListener("visibilitychange", look);
    return () => {
      for (const sign of SIGNS_OF_WORK) window.removeEventListener(sign, work);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
}
