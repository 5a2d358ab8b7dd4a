import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts the floor in a process of its own, with the same heap as the office's. */
export async function startFloor(): Promise<{ base: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "ombra-floor-"));
  const program = join(process.cwd(), "test/bench/floor/server.ts");
  const child = spawn(process.execPath, ["--max-old-space-size=256", "--import", "tsx", program], {
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", DATA_DIR: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const base = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
      const found = /ready on (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.on("exit", () => reject(new Error(`The floor did not start: ${said}`)));
  });
  return {
    base,
    async stop() {
      child.kill("SIGTERM");
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
