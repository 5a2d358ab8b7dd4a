import { FileError } from "../../files/read-slice";
import type { HeldPart, SealJob, Stretch } from "./held-part";
import { digestOf as digestHere, PartWork } from "./part-work";
import { Thread } from "./thread";

/**
 * What a thread does before it is ended: reading a part counts one, sealing it eight. A browser collects what work
 * leaves behind only when it must, and by then it is hundreds of megabytes; a thread that ends gives it back at once.
 */
const LIFE = 32;
const SEAL = 8;
/** A browser that let no thread start so many times is not asked again. */
const MOST_FAILURES = 3;

let thread: Thread | null = null;
let done = 0;
let failures = 0;

/** Starts the thread, so that it is there when the line is not. */
export function startThread(): void {
  findThread();
}

/** Ends the thread when nothing is left to do. */
export function endThread(): void {
  thread?.end();
  thread = null;
  done = 0;
}

/**
 * Seals a stretch of a file beside the page, or in it where that cannot be.
 *
 * Errors: FileError; those of crypto/parts.ts.
 */
export async function sealStretch(job: SealJob): Promise<HeldPart> {
  const away = await tryAway(SEAL, async (at) => ({ at, part: await at.ask("seal", job, job.name) }));
  if (!away) return sealHere(job);
  const { at, part } = away;
  return { ...part, call: { carry: at.carry }, count: (state) => at.ask("count", state), isLost: () => at.isOver };
}

/** SHA-256 of a stretch as it is now. Errors: FileError. */
export async function digestOf(stretch: Stretch): Promise<string> {
  return (await tryAway(1, (at) => at.ask("digest", stretch, stretch.name))) ?? digestHere(stretch);
}

async function sealHere(job: SealJob): Promise<HeldPart> {
  const work = new PartWork();
  const part = await work.seal(job);
  return { ...part, call: { body: work.sealed }, count: async (state) => work.count(state), isLost: () => false };
}

/** Null where no thread did it: then it is done here, and what is wrong with it comes out here with its own name. */
async function tryAway<Result>(cost: number, work: (at: Thread) => Promise<Result>): Promise<Result | null> {
  if (done + cost > LIFE) endThread();
  const at = findThread();
  if (!at) return null;
  done += cost;
  try {
    return await work(at);
  } catch (error) {
    if (error instanceof FileError) throw error;
    failures += 1;
    endThread();
    return null;
  }
}

function findThread(): Thread | null {
  if (thread && !thread.isOver) return thread;
  if (failures >= MOST_FAILURES || !("Worker" in globalThis)) return null;
  try {
    thread = new Thread();
    done = 0;
  } catch {
    failures = MOST_FAILURES;
    thread = null;
  }
  return thread;
}
