import { now } from "~/platform/clock.server";
import { Problem } from "~/platform/problems.server";
import { keyedDigest, sameDigest } from "~/platform/secrets.server";

/** How long an open mailbox stays open without the words. */
export const OPEN_SECONDS = 60 * 60;

/** What a receipt opens. Both sorts of ids are made by reporters' browsers, so that a token has to say which it is for. */
export type Opens = "case" | "question";

/** A token for what a receipt opened. It is signed, so nothing is kept of it. */
export function newMailboxToken(id: string, opens: Opens): string {
  const expires = Math.floor(now().getTime() / 1000) + OPEN_SECONDS;
  return `${id}.${expires}.${tokenMac(id, expires, opens)}`;
}

/** The id of what a request's token opens; throws Problem 401 for any other. */
export function requireToken(request: Request, opens: Opens): string {
  const token = /^Bearer ([0-9a-f]{32})\.(\d{1,12})\.([0-9a-f]{64})$/.exec(request.headers.get("authorization") ?? "");
  const [, id = "", expires = "0", mac = ""] = token ?? [];
  if (!token || !sameDigest(mac, tokenMac(id, Number(expires), opens)) || Number(expires) * 1000 < now().getTime()) {
    throw new Problem(
      401,
      "The mailbox is closed again. Nothing was sent. Open it with your twelve words and send it once more.",
    );
  }
  return id;
}

function tokenMac(id: string, expires: number, opens: Opens): string {
  const purpose = opens === "case" ? "mailbox" : "question";
  return keyedDigest(purpose, `${id} ${expires}`).toString("hex");
}
