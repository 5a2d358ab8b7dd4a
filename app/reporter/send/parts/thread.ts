import type { Carry } from "../../api";
import { FileError } from "../../files/read-slice";
import address from "./part-worker?worker&url";
import { type Answer, type Ask, type Asked, type Question, READY } from "./protocol";

/** So long a page waits for its thread to start; on a line that is down it does the work itself. */
const START_MS = 10_000;

/** The thread has ended, or did not start. */
export class ThreadError extends Error {
  override readonly name = "ThreadError";
}

type Waiting = { resolve: (gives: unknown) => void; reject: (error: Error) => void; name: string };

/** The page's side of the thread that seals and sends parts. */
export class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready: Promise<void>;
  #asked = 0;
  isOver = false;

  /** Errors: whatever a browser throws that lets no page have a thread. */
  constructor() {
    this.#worker = new Worker(ownAddress(), { type: "module" });
    this.#ready = new Promise((resolve, reject) => {
      setTimeout(() => reject(new ThreadError("late")), START_MS);
      this.#waiting.set(0, { resolve: () => resolve(), reject, name: "" });
    });
    this.#ready.catch(() => undefined);
    this.#worker.onmessage = ({ data }: MessageEvent<Answer | typeof READY>) =>
      this.#take(data === READY ? { nth: 0, gives: null } : data);
    this.#worker.onerror = () => this.end();
  }

  /** Errors: FileError, named after the file that is asked about; ThreadError. */
  async ask<Name extends Ask>(ask: Name, of: Asked[Name]["of"], name = ""): Promise<Asked[Name]["gives"]> {
    await this.#ready;
    if (this.isOver) throw new ThreadError("over");
    this.#asked += 1;
    const nth = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(nth, { resolve: resolve as Waiting["resolve"], reject, name });
      this.#worker.postMessage({ nth, ask, of } as Question);
    });
  }

  /** Carries the call that stores the part: its bytes never come back to the page. */
  readonly carry: Carry = async (path, { signal, ...init }) => {
    const cut = () => void this.ask("cut", null).catch(() => undefined);
    signal?.addEventListener("abort", cut);
    try {
      signal?.throwIfAborted();
      const { status, text } = await this.ask("send", { path, init: { ...init, headers: asBytes(init.headers) } });
      return new Response(text, { status });
    } finally {
      signal?.removeEventListener("abort", cut);
    }
  };

  /** Ends the thread, and with it gives back all the memory that its work has taken. */
  end(): void {
    this.isOver = true;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(new ThreadError("over"));
    this.#waiting.clear();
  }

  #take(answer: Answer): void {
    const waiting = this.#waiting.get(answer.nth);
    this.#waiting.delete(answer.nth);
    if (!waiting) return;
    if ("gives" in answer) waiting.resolve(answer.gives);
    else waiting.reject(answer.fault ? new FileError(waiting, answer.fault) : new ThreadError("failed"));
  }
}

function asBytes(headers: RequestInit["headers"]): Record<string, string> {
  return { ...(headers as Record<string, string>), "Content-Type": "application/octet-stream" };
}

type Policy = { createScriptURL: (url: string) => string };
type Factory = { createPolicy: (name: string, rules: Policy) => Policy };

/** Pages that let no text become a script let this one address, whatever is asked of the policy: the build wrote it. */
function ownAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Factory };
  return trustedTypes?.createPolicy("ombra-thread", { createScriptURL: () => address }).createScriptURL("") ?? address;
}
