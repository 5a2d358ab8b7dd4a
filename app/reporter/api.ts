/** Milliseconds to wait for an answer that has no file in it. Onion circuits take seconds, not minutes. */
const ANSWER_MS = 60_000;
/** A part of 4 MiB at 20 kB/s takes three and a half minutes. */
const PART_MS = 12 * 60_000;

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

type Call = { method?: string; body?: string | Uint8Array<ArrayBuffer>; token?: string; milliseconds?: number };

/** Calls the office's interface. No cookie goes along, none is kept, and nothing is cached. */
export async function call(path: string, options: Call = {}): Promise<Response> {
  const { method = "GET", body, token, milliseconds = ANSWER_MS } = options;
  const headers: Record<string, string> = { Accept: "application/json" };
  if (typeof body === "string") headers["Content-Type"] = "application/json";
  else if (body) headers["Content-Type"] = "application/octet-stream";
  if (token) headers.Authorization = `Bearer ${token}`;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(milliseconds),
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    throw new CallError(error instanceof DOMException && error.name === "TimeoutError" ? "timeout" : "unreachable");
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

/** Stores one sealed part. Putting the same part again changes nothing. */
export async function putPart(caseId: string, part: SealedPart, token?: string): Promise<void> {
  const path = `/api/v1/uploads/${caseId}/${part.id}?sha256=${part.digest}`;
  await call(path, { method: "PUT", body: part.bytes, milliseconds: PART_MS, ...(token && { token }) });
}

export type SealedPart = { id: string; bytes: Uint8Array<ArrayBuffer>; digest: string };

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
