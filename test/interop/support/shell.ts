import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a program printed and how it ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program to its end with a text as its input. */
export function runProgram(
  program: string,
  args: string[],
  options: { input?: string | Uint8Array; env?: Record<string, string>; cwd?: string } = {},
): Ended {
  const env = { NODE_ENV: "test" as const, PATH: process.env.PATH ?? "", LC_ALL: "C.UTF-8", ...options.env };
  const { status, stdout, stderr } = spawnSync(program, args, {
    env,
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    input: options.input ?? "",
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** A folder that is gone after the test, with gpg's agent. It lies right below the temporary folder: a socket's path is short. */
export function makeFolder(prefix: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), prefix));
  return {
    path,
    remove() {
      for (const home of ["gnupg", "opened/gnupg", "ombra-report/gnupg"]) {
        if (existsSync(join(path, home)))
          runProgram("gpgconf", ["--kill", "all"], { env: { GNUPGHOME: join(path, home) } });
      }
      rmSync(path, { recursive: true, force: true });
    },
  };
}
