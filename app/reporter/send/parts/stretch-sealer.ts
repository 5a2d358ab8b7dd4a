import { PART_BYTES } from "~crypto/parts";
import { FileError } from "../../files/read-slice";
import type { HeldPart, SealJob, Stretch } from "./held-part";
import { digestOf, PartWork } from "./part-work";
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

let failures = 0;
/** Started before anybody needs it, so that it is there when the line is not. */
let spare: Thread | null = null;

export function startThread(): void {
  spare ??= makeThread();
}

/** Seals the stretches of one delivery, one after the other: beside the page, or in it where that cannot be. */
export class StretchSealer {
  #thread: Thread | null = null;
  #done = 0;

  /** Errors: FileError; those of crypto/parts.ts. */
  async seal(job: SealJob): Promise<HeldPart> {
    const away = await this.#tryAway(costOf(job), async (at) => ({ at, part: await at.ask("seal", job, job.name) }));
    if (!away) return sealHere(job);
    const { at, part } = away;
    return { ...part, call: { carry: at.carry }, count: (state) => at.ask("count", state), isLost: () => at.isOver };
  }

  /** SHA-256 of a stretch as it is now. Errors: FileError. */
  async digestOf(stretch: Stretch): Promise<string> {
    const ask = (at: Thread) => at.ask("digest", stretch, stretch.name);
    return (await this.#tryAway(costOf(stretch) * READ_SHARE, ask)) ?? digestOf(stretch);
  }

  /** Ends the thread, and loses what it holds. */
  end(): void {
    this.#thread?.end();
    this.#thread = null;
    this.#done = 0;
  }

  /** Null where no thread did it: then it is done here, and what is wrong with it comes out here with its own name. */
  async #tryAway<Result>(cost: number, work: (at: Thread) => Promise<Result>): Promise<Result | null> {
    if (this.#done + cost > LIFE_BYTES) this.end();
    const at = this.#findThread();
    if (!at) return null;
    this.#done += cost;
    try {
      return await work(at);
    } catch (error) {
      if (error instanceof FileError) throw error;
      failures += 1;
      this.end();
      return null;
    }
  }

  #findThread(): Thread | null {
    if (this.#thread?.isOver) this.end();
    this.#thread ??= spare ?? makeThread();
    spare = null;
    return this.#thread;
  }
}

function makeThread(): Thread | null {
  if (failures >= MOST_FAILURES || !("Worker" in globalThis)) return null;
  try {
    return new Thread();
  } catch {
    failures = MOST_FAILURES;
    return null;
  }
}

function costOf({ from, to }: Stretch): number {
  return Math.max(LEAST_BYTES, to - from);
}

async function sealHere(job: SealJob): Promise<HeldPart> {
  const work = new PartWork();
  const part = await work.seal(job);
  return { ...part, call: { body: work.sealed }, count: async (state) => work.count(state), isLost: () => false };
}
