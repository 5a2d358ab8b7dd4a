import type { RequestHandler } from "express";
import type { Config } from "./config.server";

/** The pages that can be read without scripts. On the form and in the mailbox nobody is led away in the middle. */
const READ_ONLY = /^\/(guidance|procedure|keys|statistics)?$/;

/**
 * Tells Tor Browser that this office has an onion address. The header holds what the operator set, never what the request
 * claims to be its host.
 *
 * Source: https://community.torproject.org/onion-services/advanced/onion-location/
 */
export function offerOnion({ onionOrigin }: Config): RequestHandler {
  const host = onionOrigin && new URL(onionOrigin).host;
  return (request, response, next) => {
    if (host && request.method === "GET" && request.headers.host !== host && READ_ONLY.test(request.path)) {
      const query = /\?[\x21-\x7e]*$/.exec(request.url)?.[0] ?? "";
      response.setHeader("Onion-Location", `${onionOrigin}${request.path}${query}`);
    }
    next();
  };
}

/** The onion address to point a visitor to; null where there is none or they are on it already. */
export function onionHint(request: Request, { onionOrigin }: Pick<Config, "onionOrigin">): string | null {
  return onionOrigin && new URL(request.url).host !== new URL(onionOrigin).host ? onionOrigin : null;
}
