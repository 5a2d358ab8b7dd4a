/** What a refused or failed call to the office's interface says (RFC 9457). */
type ProblemBody = { title?: unknown; rule?: unknown; reference?: unknown; retryAfter?: unknown };

/**
 * A call that did not do what it was asked to.
 *
 * Shape:  `status` 0 means that no answer came, so nobody knows whether it arrived; `rule` names the rule of the
 *         procedure that stood in the way; `title` is the server's own sentence, in English.
 * Units:  `retrySeconds` is seconds to wait, or null.
 */
export class Problem extends Error {
  override readonly name = "Problem";
  constructor(
    readonly status: number,
    readonly title: string = "",
    readonly rule: string | null = null,
    readonly reference: string | null = null,
    readonly retrySeconds: number | null = null,
  ) {
    super(`The call was not carried out (status ${status}).`);
  }
}

/** Reads a problem from an answer, whatever its body is. */
export async function readProblem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const seconds = Number(body.retryAfter ?? response.headers.get("Retry-After") ?? Number.NaN);
  return new Problem(
    response.status,
    textOf(body.title) ?? "",
    textOf(body.rule),
    textOf(body.reference),
    Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : null,
  );
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
