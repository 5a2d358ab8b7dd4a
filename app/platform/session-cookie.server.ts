import { readConfig } from "./config.server";

/** Over HTTPS the cookie takes the `__Host-` prefix; on plain localhost browsers would refuse it. */
function cookieName(): string {
  return isSecure() ? "__Host-ombra" : "ombra";
}

function isSecure(): boolean {
  const { deskOrigin, publicOrigin } = readConfig();
  return (deskOrigin ?? publicOrigin ?? "").startsWith("https:");
}

/** The desk's session cookie: for this site only, out of scripts' reach, gone with the browser. */
export function sessionCookie(token: string): string {
  return `${cookieName()}=${token}; Path=/; HttpOnly; SameSite=Strict${isSecure() ? "; Secure" : ""}`;
}

/** The same cookie, emptied. */
export function clearedCookie(): string {
  return `${sessionCookie("")}; Max-Age=0`;
}

/** The session token that a request carries, or null. */
export function readSessionToken(request: Request): string | null {
  const header = request.headers.get("cookie") ?? "";
  const pair = header.split(/;\s*/).find((part) => part.startsWith(`${cookieName()}=`));
  return pair?.slice(cookieName().length + 1) || null;
}
