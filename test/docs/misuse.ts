import { randomId } from "~crypto/bytes";
import { announce, type Exchange } from "./exchanges";
import { type OpenApi, type Operation, operationsOf } from "./openapi";

/** More than any address takes. */
const TOO_LARGE = 100 * 1024 ** 2;

/** Who may ask: the cookie of somebody of the office, and the token of a mailbox. */
export interface Keys {
  base: string;
  cookie: string;
  token: string;
}

/** Asks every address in the ways that it refuses whatever it is about: from elsewhere, unsigned, in no form, too large. */
export async function misuseAll(api: OpenApi, keys: Keys, exchanges: Exchange[]) {
  for (const [name, operation] of operationsOf(api)) {
    const [method = "", template = ""] = name.split(" ");
    const address = keys.base + template.replace(/\{\w+\}/g, () => randomId());
    const ask = (headers: Record<string, string>, body?: string) =>
      fetch(address, { method, headers, ...(body !== undefined && { body }) });
    const own = ownHeaders(operation, keys);
    const types = Object.keys(operation.requestBody?.content ?? {});
    const [first = "application/json"] = types;
    const type = { "Content-Type": first === "multipart/form-data" ? `${first}; boundary=words` : first };
    if (method !== "GET") await ask({ ...own, Origin: "https://elsewhere.example" });
    if (operation.security) await ask(method === "GET" ? {} : type, method === "GET" ? undefined : "{}");
    if (types.includes("application/json")) await ask({ ...own, ...type }, "[]");
    if (types.length > 0) exchanges.push(await announce(method, address, { ...own, ...type }, TOO_LARGE));
    if (method === "GET" && template.includes("{")) await ask(own);
  }
}

function ownHeaders({ security = [] }: Operation, { base, cookie, token }: Keys): Record<string, string> {
  if (security.some((one) => "session" in one)) return { Cookie: cookie, Origin: base };
  return security.some((one) => "mailbox" in one) ? { Authorization: `Bearer ${token}` } : {};
}
