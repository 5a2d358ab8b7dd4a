import { PART_BYTES } from "~crypto/parts";
import { FileError } from "../../files/read-slice";
import type { HeldPart, SealJob, Stretch } from "./held-part";
import { digestOf as digestHere, PartWork } from "./part-work";
import { Thread } from "./thread";

/**
 * So many bytes a thread seals before it is ended, and eight times as many it only reads. A browser collects what work
 * leaves behind only when it must, and by then it is hundreds of megabytes; a thread that ends gives it back at once.
 */
const LIFE_BYTES = 4 * PART_BYTES;
const READ_SHARE = 1 / 8;
/** Something is left behind by the smallest file, too. */
const LEAST_BYTES = 64 * 1024;
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
  const away = await tryAway(costOf(job), async (at) => ({ at, part: await at.ask("seal", job, job.name) }));
  if (!away) return sealHere(job);
  const { at, part } = away;
  return { ...part, call: { carry: at.carry }, count: (state) => at.ask("count", state), isLost: () => at.isOver };
}

/** SHA-256 of a stretch as it is now. Errors: FileError. */
export async function digestOf(stretch: Stretch): Promise<string> {
  return (
    (await tryAway(costOf(stretch) * READ_SHARE, (at) => at.ask("digest", stretch, stretch.name))) ??
    digestHere(stretch)
  );
}

function costOf({ from, to }: Stretch): number {
  return Math.max(LEAST_BYTES, to - from);
}

async function sealHere(job: SealJob): Promise<HeldPart> {
  const work = new PartWork();
  const part = await work.seal(job);
  return { ...part, call: { body: work.sealed }, count: async (state) => work.count(state), isLost: () => false };
}

/** Null where no thread did it: then it is done here, and what is wrong with it comes out here with its own name. */
async function tryAway<Result>(cost: number, work: (at: Thread) => Promise<Result>): Promise<Result | null> {
  if (done + cost > LIFE_BYTES) endThread();
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
