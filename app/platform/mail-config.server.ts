import { existsSync } from "node:fs";
import { isMailAddress } from "./mail-address.server";

/** How the office reaches its mail server. */
export interface MailConfig {
  host: string;
  port: number;
  /** TLS from the first byte. */
  secure: boolean;
  /** Nothing is sent unless STARTTLS has made the connection private. */
  requireTls: boolean;
  user: string | null;
  password: string | null;
  /** A PEM file with the certificate authority to trust in place of the system's; null for the system's. */
  caFile: string | null;
  /** The address that notices come from. */
  from: string;
}

const DEFAULT_PORTS: Record<string, number> = { "smtp:": 587, "smtp+starttls:": 587, "smtps:": 465 };
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/**
 * Reads where mail leaves from; null where no mail server is set.
 *
 * Errors: an Error with a plain sentence that never repeats SMTP_URL, because a password can stand in it.
 */
export function readMailConfig(env: Record<string, string | undefined>): MailConfig | null {
  if (!env.SMTP_URL) return null;
  const from = env.MAIL_FROM ?? "";
  if (!isMailAddress(from)) {
    throw new Error(
      `MAIL_FROM must be one plain address such as notices@example.org when SMTP_URL is set; it is "${from}".`,
    );
  }
  const caFile = env.SMTP_TLS_CA || null;
  if (caFile && !existsSync(caFile)) {
    throw new Error(`SMTP_TLS_CA must name a file with a certificate; "${caFile}" does not exist.`);
  }
  return { ...readServer(env.SMTP_URL), caFile, from };
}

function readServer(text: string): Omit<MailConfig, "caFile" | "from"> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const options = url ? [...url.searchParams.keys()] : [];
  const host = url?.hostname.replace(/^\[|\]$/g, "") ?? "";
  const fits = url && url.protocol in DEFAULT_PORTS && /^[\w.:-]+$/.test(host) && /^\/?$/.test(url.pathname);
  if (!fits || options.some((name) => name !== "requireTLS")) {
    throw new Error(
      "SMTP_URL must look like smtp+starttls://name:password@mail.example.org:587, smtps://… or smtp://…, with ?requireTLS at most.",
    );
  }
  const user = url.username ? decodeURIComponent(url.username) : null;
  const isAsked =
    url.protocol === "smtp+starttls:" || (options.length > 0 && url.searchParams.get("requireTLS") !== "false");
  return {
    host,
    port: url.port ? Number(url.port) : (DEFAULT_PORTS[url.protocol] as number),
    secure: url.protocol === "smtps:",
    // A password never crosses a network in the clear, whatever the address says.
    requireTls: url.protocol !== "smtps:" && (isAsked || (user !== null && !LOOPBACK.test(host))),
    user,
    password: user === null ? null : decodeURIComponent(url.password),
  };
}
