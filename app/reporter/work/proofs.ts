import { randomId } from "~crypto/bytes";

/** What has been worked for: the proof for each thing that is to be sent, by its id. It lives in the page's memory. */
const proofs = new Map<string, string>();
let ahead: string | null = null;
let told: (share: number) => void = () => undefined;

export type WatchWork = (share: number) => void;

/** The header that carries the proof for a thing; none where nothing was worked for. */
export function proofHeader(thing: string): Record<string, string> {
  const proof = proofs.get(thing);
  return proof ? { "Ombra-Proof": proof } : {};
}

/** Says how far the work has come, from 0 to 1, to whoever watches last. */
export function watchWork(watch: WatchWork): void {
  told = watch;
}

/**
 * Does what the office asks for before it takes a thing, and keeps the proof. The solver is fetched only now: at rest
 * nobody needs it.
 *
 * Errors: CallError.
 */
export async function workFor(thing: string): Promise<void> {
  const { solveWork } = await import("./solve");
  const proof = await solveWork(thing, (share) => told(share));
  if (proof) proofs.set(thing, proof);
}

/** Starts the work for the next report while the person still writes, where the office asks for any. */
export function workAhead(asked: number): void {
  if (asked <= 0 || ahead !== null) return;
  ahead = randomId();
  // What fails now is asked for again when the report is sent.
  void workFor(ahead).catch(() => undefined);
}

/** The id of the next thing that is sealed: the one that was worked for ahead, once, or a new one. */
export function takeThing(): string {
  const thing = ahead ?? randomId();
  ahead = null;
  return thing;
}
