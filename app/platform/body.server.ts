import type { ZodType } from "zod";
import { giveBack } from "./give-back.server";
import { asProblem, Problem } from "./problems.server";

/** Largest JSON or form body: a report's text, its wraps and the manifest of some hundred files. */
export const MAX_JSON_BYTES = 4 * 1024 * 1024;

/** What is made ready for a body whose length nobody announced. */
const FIRST_BYTES = 64 * 1024;

/** Reads a body up to a limit in bytes, whatever its Content-Length says; throws Problem 413 beyond it. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Problem(
      413,
      `This is larger than the ${Math.floor(limit / 1024)} kB that can be taken here, so nothing was stored.`,
    );
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (!request.body) return new Uint8Array();
  // One buffer of the length that was announced: its pages are taken only as they are filled.
  let buffer = Buffer.allocUnsafeSlow(Number(request.headers.get("content-length")) || FIRST_BYTES);
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    if (size + chunk.length > limit) throw tooLarge();
    if (size + chunk.length > buffer.length) buffer = grown(buffer, size + chunk.length);
    buffer.set(chunk, size);
    size += chunk.length;
    giveBack(chunk);
  }
  return buffer.subarray(0, size);
}

function grown(buffer: Buffer, least: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafeSlow(Math.max(least, buffer.length * 2));
  larger.set(buffer);
  return larger;
}

/** Reads and checks a JSON body; throws Problem 400 when it is cut off or has another shape. */
export async function readJson<T>(request: Request, schema: ZodType<T>, limit = MAX_JSON_BYTES): Promise<T> {
  const bytes = await readBytes(request, limit);
  let unsafe: unknown;
  try {
    unsafe = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Problem(400, "The request was cut off or is not JSON, so nothing was stored. It can be sent again.");
  }
  const parsed = schema.safeParse(unsafe);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new Problem(400, "The request is not in the expected form, so nothing was stored.", { where });
  }
  return parsed.data;
}

/** Reads the fields of a URL-encoded form. */
export async function readForm(request: Request, limit = MAX_JSON_BYTES): Promise<URLSearchParams> {
  return new URLSearchParams(new TextDecoder().decode(await readBytes(request, limit)));
}

/** An answer in JSON. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  const headers = new Headers(init.headers);
  headers.set("Content-Type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(body), { ...init, headers });
}

/** The answer of an address that is only written to, when somebody reads it. */
export function onlyTakes(method: "POST" | "PUT"): Response {
  return asProblem(new Problem(405, `This address takes ${method} only.`));
}

/** Refuses any other method than those an address knows. */
export function requireMethod(request: Request, ...methods: string[]): void {
  if (!methods.includes(request.method)) throw new Problem(405, `This address takes ${methods.join(" or ")} only.`);
}
