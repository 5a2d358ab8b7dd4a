import { type SpawnOptions, spawn } from "node:child_process";
import { join } from "node:path";

/** Starts the built server and waits until it has ended; it is stopped when it does not end by itself. */
export async function runToEnd(
  env: Record<string, string>,
  account: Pick<SpawnOptions, "uid" | "gid"> = {},
): Promise<{ code: number | null; output: string }> {
  const root = process.cwd();
  const child = spawn(process.execPath, [join(root, "build/process/main.js")], {
    ...account,
    cwd: root,
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", OMBRA_ROOT: root, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  clearTimeout(patience);
  return { code, output };
}
