import type { RequestHandler } from "express";
import type { Config } from "./config.server";
import { isDeskPath } from "./headers.server";

/** With two origins configured, each answers 404 for the other's pages, and any other host name gets 421. */
export function separateOrigins({ publicOrigin, deskOrigin, onionOrigin }: Config): RequestHandler {
  const publicHost = publicOrigin && new URL(publicOrigin).host;
  const deskHost = deskOrigin && new URL(deskOrigin).host;
  const onionHost = onionOrigin && new URL(onionOrigin).host;
  return (request, response, next) => {
    const host = request.headers.host;
    const probe = request.path === "/healthz" || request.path === "/readyz";
    if (probe || (!publicHost && !deskHost)) return next();
    if (host !== publicHost && host !== deskHost && host !== onionHost)
      return void response.status(421).type("text").send("No office is here.\n");
    if (publicHost && deskHost && publicHost !== deskHost) {
      const wrong = isDeskPath(request.path) ? host !== deskHost : isReporterPath(request.path) && host === deskHost;
      if (wrong) return void response.status(404).type("text").send("There is no such page here.\n");
    }
    next();
  };
}

function isReporterPath(path: string): boolean {
  return path === "/" || /^\/(report|mailbox|reporter|guidance|leave)(\/|$)/.test(path);
}

/**
 * Refuses a changing request that another site started. A browser says where a request comes from (`Sec-Fetch-Site`,
 * `Origin`); a program such as curl says nothing, and is let through only without a cookie, which is what a forged
 * request would ride on.
 */
export const refuseForeignPosts: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const site = request.headers["sec-fetch-site"];
  const origin = request.headers.origin;
  const foreign =
    (site !== undefined && site !== "same-origin") ||
    (origin !== undefined && !sameHost(origin, request.headers.host)) ||
    (origin === undefined && site === undefined && request.headers.cookie !== undefined);
  if (!foreign) return next();
  response
    .status(403)
    .type("application/problem+json")
    .send(JSON.stringify({ title: "This request came from another site, so nothing was done.", status: 403 }));
};

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
