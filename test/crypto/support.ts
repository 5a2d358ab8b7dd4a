import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certifyKey, generateKeyPair, type KeyPair } from "../../crypto/keys";

export const NOW = new Date("2026-11-23T15:04:05Z");
export const DAY_MS = 24 * 60 * 60 * 1000;
export const CASE = "0123456789abcdef0123456789abcdef";
export const OTHER_CASE = "ffffffffffffffffffffffffffffffff";

export function later(days: number): Date {
  return new Date(NOW.getTime() + days * DAY_MS);
}

/** A staff key, certified by the given office. */
export async function certified(office: KeyPair, name = "Noor Haddad"): Promise<KeyPair> {
  const key = await generateKeyPair({ name, now: NOW });
  const publicKey = await certifyKey({ publicKey: key.publicKey, name, officePrivateKey: office.privateKey, now: NOW });
  return { ...key, publicKey };
}

/** The facts of the typed error that a promise ends with; fails the test where it does not fail. */
export async function refusal(promise: Promise<unknown> | (() => unknown)): Promise<Record<string, unknown>> {
  try {
    await (typeof promise === "function" ? promise() : promise);
  } catch (error) {
    if (error instanceof Error) return { ...error, name: error.name, message: error.message };
    throw error;
  }
  throw new Error("Nothing was refused.");
}

/** A byte string with one bit turned over. */
export function flipBit(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const flipped = bytes.slice();
  flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
  return flipped;
}

export type GpgResult = { stdout: Buffer; text: string; log: string; code: number | null };

export type Gpg = {
  run: (args: string[], input?: string | Uint8Array) => Promise<GpgResult>;
  /** Runs gpg and throws where it does not succeed. */
  ok: (args: string[], input?: string | Uint8Array) => Promise<GpgResult>;
  home: string;
  close: () => Promise<void>;
};

/** The real gpg with an empty home of its own: at the tests' fixed time, or at another where keys are made by a server's clock. */
export async function startGpg(at = NOW): Promise<Gpg> {
  const home = await mkdtemp(join(tmpdir(), "ombra-gpg-"));
  const base = ["--homedir", home, "--batch", "--no-tty", "--quiet", "--trust-model", "always"];
  // "!" keeps the clock still: a key that is made slowly would else lie in the future of the next command.
  base.push("--pinentry-mode", "loopback", "--faked-system-time", `${Math.floor(at.getTime() / 1000)}!`);
  const run = async (args: string[], input: string | Uint8Array = "") => {
    const result = await collect(spawn("gpg", [...base, ...args]), input);
    return result;
  };
  const ok = async (args: string[], input: string | Uint8Array = "") => {
    const result = await run(args, input);
    if (result.code !== 0) throw new Error(`gpg ${args.join(" ")}: ${result.log}`);
    return result;
  };
  const close = async () => {
    await collect(spawn("gpgconf", ["--homedir", home, "--kill", "gpg-agent"]), "");
    await rm(home, { recursive: true, force: true });
  };
  return { run, ok, home, close };
}

async function collect(child: ChildProcess, input: string | Uint8Array): Promise<GpgResult> {
  const out: Buffer[] = [];
  const log: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => log.push(chunk));
  // gpg may stop reading before the end of its input; its exit code says what that means.
  child.stdin?.on("error", () => {});
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const stdout = Buffer.concat(out);
  return { stdout, text: stdout.toString("utf8"), log: Buffer.concat(log).toString("utf8"), code };
}
