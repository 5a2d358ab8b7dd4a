import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/sha";
import { callJson } from "../api";

type WorkAnswer = { work: number; challenge: Challenge | null };

/** So many tries run beside each other: the browser's own SHA-256 answers each a moment later. */
const LANES = 8;
/** A device that has not found it by then is asked to try once more with a new piece of work. */
const MOST_MS = 15 * 60_000;

/**
 * Fetches the work for one thing and does it, by the browser's own SHA-256: no WebAssembly, no worker, and slow only where
 * the device is. The page stays usable meanwhile.
 *
 * Shape:  the proof as it is sent, or null where nothing is asked for any more. `onShare` hears from 0 to 1.
 * Errors: CallError.
 */
export async function solveWork(thing: string, onShare: (share: number) => void): Promise<string | null> {
  const { work, challenge } = await callJson<WorkAnswer>(`/api/v1/work?for=${thing}`);
  if (!challenge) return null;
  const controller = new AbortController();
  let tried = 0;
  const derive: typeof deriveKey = (...attempt) => {
    tried++;
    if (tried % 2000 === 0) onShare(Math.min(1, tried / work));
    return deriveKey(...attempt);
  };
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    solveChallenge({
      challenge,
      controller,
      deriveKey: derive,
      counterStart: lane,
      counterStep: LANES,
      timeout: MOST_MS,
    }),
  );
  const solution = await Promise.race(lanes);
  controller.abort();
  onShare(1);
  return solution ? JSON.stringify({ challenge, solution }) : null;
}
