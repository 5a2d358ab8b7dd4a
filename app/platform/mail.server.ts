import { readFileSync } from "node:fs";
import type { MailConfig } from "./mail-config.server";

/**
 * Why a message did not leave, or may not have left.
 *
 * Shape: `refused` the server will never take it; `later` it may take it later; `unreachable`, `tls` and `auth` concern
 *        every message alike; `unknown` the connection ended after the message may have been taken.
 */
export type MailFault = "refused" | "later" | "unreachable" | "tls" | "auth" | "unknown";

/** How long each step may take, in milliseconds. All of them together stay below the time for which a notice is claimed. */
const CONNECT_MS = 20_000;
const SILENCE_MS = 60_000;
/** The longest that one delivery may take, in milliseconds. */
export const MAX_DELIVERY_MS = 240_000;

/** Replies that say that the login is missing or wrong (RFC 4954 §6): a fault of the settings, not of the message. */
const LOGIN_REPLIES = [530, 534, 535, 538];
/** Timeouts that end before any message could have been taken. */
const EARLY_TIMEOUTS = ["CONNECT_TIMEOUT", "GREETING_TIMEOUT", "UPGRADE_TIMEOUT"];

/** What Node says about a certificate or a TLS record that is not as it should be, and about a CA file it cannot read. */
const TLS_CODES = /CERT|SELF_SIGNED|^UNABLE_TO_|HOSTNAME_MISMATCH|^ERR_(TLS|SSL|OSSL)|^EPROTO$|^ENOENT$|^EACCES$/;

/** What nodemailer says about a failure; `originalCode` is the system's own. */
interface SmtpError {
  code?: string;
  originalCode?: string;
  command?: string;
  responseCode?: number;
  syscall?: string;
  timeoutType?: string;
}

/**
 * Hands one finished message to the mail server.
 *
 * Shape:  null when the server has taken it; else why not. `raw` goes out byte for byte. Sender and recipient are given
 *         apart from the text and are never read out of it.
 * Units:  ends after MAX_DELIVERY_MS at the latest, or when `signal` says so (then "unknown").
 * Errors: none: every failure is a fault, and no fault holds an address.
 */
export async function deliver(
  mail: MailConfig,
  message: { to: string; raw: string },
  signal?: AbortSignal,
): Promise<MailFault | null> {
  const limit = AbortSignal.timeout(MAX_DELIVERY_MS);
  try {
    const transport = await openTransport(mail);
    await transport.sendMail({
      envelope: { from: mail.from, to: message.to },
      raw: message.raw,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    return null;
  } catch (error) {
    return faultOf(error as SmtpError);
  }
}

async function openTransport(mail: MailConfig) {
  // Loaded only where mail is sent: an office without a mail server does not pay for it in memory.
  const { createTransport } = await import("nodemailer");
  return createTransport({
    host: mail.host,
    port: mail.port,
    secure: mail.secure,
    requireTLS: mail.requireTls,
    // The library would greet with this machine's own name.
    name: mail.from.slice(mail.from.indexOf("@") + 1),
    ...(mail.user !== null && { auth: { user: mail.user, pass: mail.password ?? "" } }),
    tls: { minVersion: "TLSv1.2", ...(mail.caFile && { ca: readFileSync(mail.caFile, "utf8") }) },
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function faultOf(error: SmtpError): MailFault {
  const { code = "", originalCode = code, command, responseCode, syscall, timeoutType = "" } = error;
  if (code === "EAUTH" || (responseCode && LOGIN_REPLIES.includes(responseCode))) return "auth";
  if (code === "ETLS" || TLS_CODES.test(originalCode)) return "tls";
  const isAboutMessage = command === "MAIL FROM" || command === "RCPT TO" || command === "DATA";
  if (responseCode) return responseCode >= 500 && isAboutMessage ? "refused" : "later";
  if (code === "EENVELOPE" || code === "EMESSAGE") return "refused";
  if (syscall === "connect" || code === "EDNS" || EARLY_TIMEOUTS.includes(timeoutType)) return "unreachable";
  // Closed, reset, silent or given up: the server may have taken the message before that.
  return "unknown";
}
