/** A small client of the machine interface, the same that the pages use. */
export class Client {
  cookie = "";
  base: string;
  constructor(base: string) {
    this.base = base;
  }

  /** Sends JSON and reads JSON; throws RefusedError with the status and the sentence that came back. */
  async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...(this.cookie && { Cookie: this.cookie, Origin: this.base }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.get("set-cookie");
    if (cookie) this.cookie = cookie.split(";")[0] ?? "";
    const text = await response.text();
    if (!response.ok) throw new RefusedError(response.status, text);
    return JSON.parse(text) as T;
  }
}

/** The server said no; `problem` is its answer. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly status: number;
  readonly problem: { title: string; rule?: string };
  constructor(status: number, text: string) {
    super(`${status} ${text}`);
    this.status = status;
    this.problem = text.startsWith("{") ? JSON.parse(text) : { title: text };
  }
}
