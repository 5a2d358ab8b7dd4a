import { proofHeader, workFor } from "./work/proofs";

/** Milliseconds to wait for an answer that has no file in it. Onion circuits take seconds, not minutes. */
const ANSWER_MS = 60_000;
/** A part of 4 MiB at 20 kB/s takes three and a half minutes. */
const PART_MS = 12 * 60_000;
/** The slowest line on which a part is waited for, in bytes a millisecond; what is slower is taken for dead. */
const SLOWEST = 6;

export type CallFault = "unreachable" | "timeout" | "refused" | "failed";

/**
 * A call that did not do what it should.
 *
 * Shape: "unreachable" and "timeout" leave open whether it arrived; "refused" is a definite no, "failed" a fault at the
 *        office's side. `title` is the server's own sentence, or "".
 */
export class CallError extends Error {
  override readonly name = "CallError";
  constructor(
    readonly fault: CallFault,
    readonly status = 0,
    readonly title = "",
    readonly rule = "",
  ) {
    super(`The call was not carried out (${fault} ${status}).`);
  }
}

export type Carry = (path: string, init: RequestInit) => Promise<Response>;

let carry: Carry = (path, init) => fetch(path, init);

/** Has calls answered by something else than the network: the page that is opened from disk reaches none. */
export function carryWith(other: Carry): void {
  carry = other;
}

type Call = {
  method?: string;
  /** Bytes as a Blob: browsers send one from where it lies, and copy anything else several times. */
  body?: string | Blob;
  token?: string;
  milliseconds?: number;
  signal?: AbortSignal;
  /** The id of what is sent, where the office may ask for work before it takes it. */
  thing?: string;
  /** Who carries the call, where it is not this page. */
  carry?: Carry;
};

/** Calls the office's interface; where it asks for work first, does the work and calls once more. */
export async function call(path: string, options: Call = {}): Promise<Response> {
  try {
    return await callOnce(path, options);
  } catch (error) {
    if (!options.thing || !(error instanceof CallError) || error.rule !== "work") throw error;
    await workFor(options.thing);
    return callOnce(path, options);
  }
}

/** No cookie goes along, none is kept, and nothing is cached. */
async function callOnce(path: string, options: Call): Promise<Response> {
  const { method = "GET", body, token, thing, milliseconds = ANSWER_MS, signal } = options;
  const take = options.carry ?? carry;
  const headers: Record<string, string> = { Accept: "application/json", ...(thing && proofHeader(thing)) };
  if (typeof body === "string") headers["Content-Type"] = "application/json";
  else if (body) headers["Content-Type"] = "application/octet-stream";
  if (token) headers.Authorization = `Bearer ${token}`;
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort("timeout"), milliseconds);
  signal?.addEventListener("abort", () => cut.abort("paused"));
  if (signal?.aborted) cut.abort("paused");
  let response: Response;
  try {
    response = await take(path, {
      method,
      headers,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: cut.signal,
      ...(body !== undefined && { body }),
    });
  } catch {
    clearTimeout(timer);
    throw new CallError(cut.signal.reason === "timeout" ? "timeout" : "unreachable");
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** Calls and reads the JSON answer; an answer that breaks off counts as none. */
export async function callJson<Answer>(path: string, options: Call = {}): Promise<Answer> {
  const response = await call(path, options);
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new CallError("unreachable");
  }
}

/** Calls and reads an answer that is plain text. */
export async function callText(path: string, options: Call = {}): Promise<string> {
  const response = await call(path, options);
  return response.text().catch(() => {
    throw new CallError("unreachable");
  });
}

/**
 * Fetches a piece of this page that is needed only now.
 *
 * Errors: CallError, because what does not come is a line that broke, like any other.
 */
export function fetchLate<Module>(load: () => Promise<Module>): Promise<Module> {
  return load().catch(() => {
    throw new CallError("unreachable");
  });
}

/** A sealed part by its name, and how the call that stores it gets its bytes. */
export type PartToStore = { id: string; digest: string; sealedBytes: number; call: Pick<Call, "body" | "carry"> };
type PartCall = { token?: string; signal?: AbortSignal };

/** Stores one sealed part. Putting the same part again changes nothing. */
export async function putPart(caseId: string, part: PartToStore, options: PartCall = {}): Promise<void> {
  const milliseconds = ANSWER_MS + part.sealedBytes / SLOWEST;
  await call(addressOf(caseId, part), { method: "PUT", milliseconds, thing: caseId, ...part.call, ...options });
}

/** Asks whether a part has arrived, which its sender cannot know when the answer was lost. */
export async function hasPart(caseId: string, part: PartToStore, signal: AbortSignal): Promise<boolean> {
  return (await callJson<{ stored: boolean }>(addressOf(caseId, part), { signal })).stored;
}

function addressOf(caseId: string, { id, digest }: PartToStore): string {
  return `/api/v1/uploads/${caseId}/${id}?sha256=${digest}`;
}

/** Fetches one sealed part. */
export async function getPart(caseId: string, part: string, token: string): Promise<Uint8Array> {
  const response = await call(`/api/v1/parts/${caseId}/${part}`, { token, milliseconds: PART_MS });
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch {
    throw new CallError("unreachable");
  }
}

async function readProblem(response: Response): Promise<CallError> {
  const body = (await response.json().catch(() => ({}))) as { title?: unknown; rule?: unknown };
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const fault = response.status >= 500 || response.status === 429 ? "failed" : "refused";
  return new CallError(fault, response.status, text(body.title), text(body.rule));
}
