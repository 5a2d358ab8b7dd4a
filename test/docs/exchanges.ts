import { request } from "node:http";

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  method: string;
  path: string;
  status: number;
  request: { type: string; json: unknown };
  response: { type: string; json: unknown };
}

/** Writes down everything that is fetched until it is stopped. */
export function record(exchanges: Exchange[]): { stop(): void } {
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await original(input, init);
    const headers = new Headers(init?.headers);
    // Pages and files are no part of the machine interface.
    if (!new URL(String(input)).pathname.startsWith("/api/")) return response;
    exchanges.push({
      method: init?.method ?? "GET",
      path: new URL(String(input)).pathname,
      status: response.status,
      request: { type: plainType(headers.get("content-type")), json: parse(headers.get("content-type"), init?.body) },
      response: {
        type: plainType(response.headers.get("content-type")),
        json: parse(response.headers.get("content-type"), await response.clone().text()),
      },
    });
    return response;
  };
  return {
    stop() {
      globalThis.fetch = original;
    },
  };
}

/** Announces a body of so many bytes and sends none of it: what is too large is refused before it is read. */
export function announce(
  method: string,
  address: string,
  headers: Record<string, string>,
  bytes: number,
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const options = { method, headers: { ...headers, "Content-Length": String(bytes) } };
    const sent = request(address, options, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () => {
        sent.destroy();
        const type = response.headers["content-type"] ?? "";
        resolve({
          method,
          path: new URL(address).pathname,
          status: response.statusCode ?? 0,
          request: { type: plainType(headers["Content-Type"] ?? null), json: undefined },
          response: { type: plainType(type), json: parse(type, text) },
        });
      });
    });
    sent.on("error", reject);
    sent.flushHeaders();
  });
}

function plainType(type: string | null): string {
  return type?.split(";")[0]?.trim() ?? "";
}

/** JSON and forms are looked into; other bodies have no fields. */
function parse(type: string | null, body: unknown): unknown {
  if (typeof body !== "string" && !(body instanceof URLSearchParams)) return undefined;
  const text = String(body);
  if (plainType(type).endsWith("json")) return text === "" ? undefined : JSON.parse(text);
  return plainType(type) === "application/x-www-form-urlencoded"
    ? Object.fromEntries(new URLSearchParams(text))
    : undefined;
}
