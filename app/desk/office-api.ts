import { Problem, readProblem } from "./problem";

/**
 * Calls the office's interface with a JSON body and gives its JSON answer.
 *
 * Errors: Problem; status 0 when no answer came.
 */
export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json().catch(() => ({}))) as Answer;
}

/**
 * Reads from the office's interface.
 *
 * Errors: Problem.
 */
export async function get<Answer>(path: string): Promise<Answer> {
  const response = await call(path, { headers: { Accept: "application/json" } });
  return (await response.json()) as Answer;
}

/**
 * Reads the bytes of one sealed part.
 *
 * Errors: Problem.
 */
export async function getBytes(path: string): Promise<Uint8Array> {
  const response = await call(path, {});
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Puts the bytes of one sealed part; the same part again is accepted as the same. They go as a Blob, which browsers send from
 * where it lies (0028).
 *
 * Errors: Problem; what the signal was raised with.
 */
export async function putBytes(path: string, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void> {
  const headers = { "Content-Type": "application/octet-stream" };
  await call(path, { method: "PUT", headers, body: new Blob([bytes]), signal });
}

async function call(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: "same-origin", redirect: "error" });
  } catch {
    init.signal?.throwIfAborted();
    throw new Problem(0);
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}
