import { randomBytes } from "node:crypto";
import type { RequestHandler } from "express";
import helmet from "helmet";

/** Paths whose pages are a hydrated app: they need a nonce, and WebAssembly for one Argon2id derivation. */
const HYDRATED = /^\/(desk|admin|setup|join)(\/|$|\.)/;
/** The part of the machine interface that only the office uses. */
const DESK_API =
  /^\/api\/v1\/(sign-in|sign-out|cases|team|setup|join|policy|notices|office\/(calendar|front|offline-signature)|questions\/desk)(\/|$|\.)/;

/** Tells whether a path belongs to the office's own side. */
export function isDeskPath(path: string): boolean {
  return HYDRATED.test(path) || DESK_API.test(path) || path === "/__manifest";
}

/**
 * The headers of every answer. Reporter pages get `script-src 'self'` and no nonce: no inline script can run there.
 *
 * `Referrer-Policy` is `same-origin`, because `no-referrer` makes a native form post carry `Origin: null`.
 * Only on the way out nothing is posted, and nothing is told either.
 * HSTS is left to the proxy that ends TLS: on an onion address or plain localhost it would be wrong.
 */
export const securityHeaders: RequestHandler = (request, response, next) => {
  const desk = isDeskPath(request.path);
  const nonce = randomBytes(16).toString("base64");
  response.locals.nonce = nonce;
  response.setHeader("Cache-Control", "no-store");
  response.setHeader(
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  );
  response.setHeader("X-Robots-Tag", "noindex, nofollow");
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: desk ? deskPolicy(nonce) : publicPolicy },
    crossOriginEmbedderPolicy: { policy: "require-corp" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: request.path === "/leave" ? "no-referrer" : "same-origin" },
    strictTransportSecurity: false,
    xFrameOptions: { action: "deny" },
  })(request, response, next);
};

const closed = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "blob:"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const publicPolicy = { ...closed, scriptSrc: ["'self'"], "require-trusted-types-for": ["'script'"] };

const deskPolicy = (nonce: string) => ({
  ...closed,
  scriptSrc: ["'self'", `'nonce-${nonce}'`, "'wasm-unsafe-eval'"],
});
