import { randomBytes } from "node:crypto";
import { log } from "./log.server";

/**
 * A refusal that a person can act on. The title is the whole sentence: what happened, what was and was not kept, what to do next.
 * Source: RFC 9457.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  readonly status: number;
  readonly title: string;
  readonly facts: Record<string, unknown>;
  constructor(status: number, title: string, facts: Record<string, unknown> = {}) {
    super(title);
    this.status = status;
    this.title = title;
    this.facts = facts;
  }
}

/** "Not found" and "not yours" are one answer. */
export const notFound = () => new Problem(404, "There is nothing here that you can open.");

/** Runs one service call and turns what it throws into an answer; an unknown error leaves a reference and nothing else. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return asProblem(error);
  }
}

/** The only table from error to status and sentence. */
export function asProblem(error: unknown): Response {
  if (error instanceof Response) return error;
  const problem = error instanceof Problem ? error : (translate(error) ?? unknownProblem(error));
  const body = { type: "about:blank", title: problem.title, status: problem.status, ...problem.facts };
  const headers: Record<string, string> = { "Content-Type": "application/problem+json" };
  if (typeof problem.facts.retryAfter === "number") headers["Retry-After"] = String(problem.facts.retryAfter);
  // The rest of a body that is too large is not read; without this the connection's next request would wait behind it.
  if (problem.status === 413) headers.Connection = "close";
  return new Response(JSON.stringify(body), { status: problem.status, headers });
}

const BY_CODE: Record<string, () => Problem> = {
  P1008: busy,
  P2028: busy,
  P2034: busy,
  SQLITE_BUSY: busy,
  SQLITE_READONLY: readOnly,
  SQLITE_FULL: full,
};

function translate(error: unknown): Problem | null {
  const { code, name, meta } = error as { code?: string; name?: string; meta?: unknown };
  const detail = `${code ?? ""} ${JSON.stringify(meta ?? "")} ${(error as Error)?.message ?? ""}`;
  if (name === "ZodError") return new Problem(400, "The request is not in the expected form, so nothing was stored.");
  if (/SQLITE_READONLY|readonly database/.test(detail)) return readOnly();
  if (/SQLITE_FULL|disk is full/.test(detail)) return full();
  if (/SQLITE_BUSY|database is locked/.test(detail)) return busy();
  return code ? (BY_CODE[code]?.() ?? null) : null;
}

function busy() {
  return new Problem(
    503,
    "The office's database is busy. Nothing was stored; the same request can be sent again in a moment.",
    { retryAfter: 3 },
  );
}

function readOnly() {
  return new Problem(
    503,
    "The office's database cannot be written to right now. Nothing was stored; keep what you have and send it again later.",
    { retryAfter: 60 },
  );
}

function full() {
  return new Problem(
    507,
    "The office has no room left on its disk. Nothing was stored; keep what you have and send it again later.",
    { retryAfter: 600 },
  );
}

function unknownProblem(error: unknown): Problem {
  const reference = randomBytes(4).toString("hex");
  log.error({ err: error, reference }, "unexpected");
  return new Problem(
    500,
    `Something failed here, and nothing more is known to you or us than this reference: ${reference}. Please try again.`,
    { reference },
  );
}
