import { afterEach, vi } from "vitest";

export type Sent = { method: string; path: string; body: string | Uint8Array | undefined; headers: Headers };
type Reply = { status: number; body: unknown } | Error;

afterEach(() => vi.unstubAllGlobals());

/** Stands where the network would be: answers every call, and keeps what was sent. */
export function network(reply: (sent: Sent) => Reply): Sent[] {
  const all: Sent[] = [];
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const given = init.body as string | Blob | undefined;
    const body = given instanceof Blob ? new Uint8Array(await given.arrayBuffer()) : given;
    const sent: Sent = { method: init.method ?? "GET", path, body, headers: new Headers(init.headers) };
    all.push(sent);
    const answer = reply(sent);
    if (answer instanceof Error) throw answer;
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
  return all;
}

/** What a browser throws when no answer came. */
export const offline = () => new TypeError("Failed to fetch");
