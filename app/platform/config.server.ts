import { join, resolve } from "node:path";

/** What an operator can set, read once from the environment. Every value has a default that works on one machine. */
export interface Config {
  root: string;
  dataFolder: string;
  host: string;
  port: number;
  databaseUrl: string | null;
  publicOrigin: string | null;
  deskOrigin: string | null;
  maxReportBytes: number;
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
    maxReportBytes: Number(env.MAX_REPORT_BYTES ?? DEFAULT_MAX_REPORT_BYTES),
  };
}

/** Where the default SQLite database stands. */
export function databaseFile(config: Config): string {
  return join(config.dataFolder, "ombra.db");
}

function origin(env: NodeJS.ProcessEnv, name: "PUBLIC_ORIGIN" | "DESK_ORIGIN"): string | null {
  const value = env[name];
  if (!value) return null;
  if (!URL.canParse(value) || new URL(value).origin !== value) {
    throw new Error(`${name} must be an origin such as https://report.example.org; it is "${value}".`);
  }
  return value;
}
