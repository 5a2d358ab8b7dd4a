import { join, resolve } from "node:path";
import { type MailConfig, readMailConfig } from "./mail-config.server";

/** What an operator can set, read once from the environment. Every value has a default that works on one machine. */
export interface Config {
  root: string;
  dataFolder: string;
  host: string;
  port: number;
  databaseUrl: string | null;
  publicOrigin: string | null;
  deskOrigin: string | null;
  /** The onion service's own address, where there is one; it serves the public side. */
  onionOrigin: string | null;
  maxReportBytes: number;
  /** From this many new cases in a day on, new ones are held back for a look. */
  floodPerDay: number;
  /** How many numbers a browser tries at most when exactly that many reports wait; see `services/flood`. */
  floodWork: number;
  /** Null: notices wait in the desk. */
  mail: MailConfig | null;
  /** Mail to people of the office leaves in batches, this many minutes apart. */
  noticeBatchMinutes: number;
}

/** Largest sum of sealed parts one report may bring: 2 GiB, and a little for what sealing adds. */
const DEFAULT_MAX_REPORT_BYTES = 2 * 1024 ** 3 + 64 * 1024 ** 2;

/** Reads the configuration; throws with a plain sentence when a value cannot be meant. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const root = env.OMBRA_ROOT ?? process.cwd();
  const port = Number(env.PORT ?? "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT must be a whole number from 0 to 65535; it is "${env.PORT}".`);
  }
  return {
    root,
    dataFolder: resolve(root, env.DATA_DIR ?? "data"),
    host: env.HOST ?? "127.0.0.1",
    port,
    databaseUrl: env.DATABASE_URL ?? null,
    publicOrigin: origin(env, "PUBLIC_ORIGIN"),
    deskOrigin: origin(env, "DESK_ORIGIN"),
    onionOrigin: onion(env),
    maxReportBytes: wholeNumber(env, "MAX_REPORT_BYTES", DEFAULT_MAX_REPORT_BYTES),
    mail: readMailConfig(env),
    noticeBatchMinutes: wholeNumber(env, "NOTICE_BATCH_MINUTES", 30, 1440),
    floodPerDay: wholeNumber(env, "FLOOD_PER_DAY", 1000),
    floodWork: wholeNumber(env, "FLOOD_WORK", 100_000, 10_000_000),
  };
}

/** A setting that counts something; a word or a fraction would quietly mean no limit at all. */
function wholeNumber(env: NodeJS.ProcessEnv, name: string, otherwise: number, most = Number.MAX_SAFE_INTEGER): number {
  const number = Number(env[name] ?? otherwise);
  if (!Number.isSafeInteger(number) || number < 1 || number > most) {
    throw new Error(`${name} must be a whole number from 1 to ${most}; it is "${env[name]}".`);
  }
  return number;
}

/** Where the default SQLite database stands. */
export function databaseFile(config: Config): string {
  return join(config.dataFolder, "ombra.db");
}

function onion(env: NodeJS.ProcessEnv): string | null {
  const value = origin(env, "ONION_ORIGIN");
  if (value !== null && !new URL(value).hostname.endsWith(".onion")) {
    throw new Error(`ONION_ORIGIN must be an onion service's origin such as http://…….onion; it is "${value}".`);
  }
  return value;
}

function origin(env: NodeJS.ProcessEnv, name: "PUBLIC_ORIGIN" | "DESK_ORIGIN" | "ONION_ORIGIN"): string | null {
  const value = env[name];
  if (!value) return null;
  if (!URL.canParse(value) || new URL(value).origin !== value) {
    throw new Error(`${name} must be an origin such as https://report.example.org; it is "${value}".`);
  }
  return value;
}
