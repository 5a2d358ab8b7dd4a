import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real server on a data folder of its own, as `npm start` runs it. */
export interface TestServer {
  base: string;
  dataFolder: string;
  setupToken: string;
  /** Everything the process has printed. */
  output(): string;
  process: ChildProcess;
  /** Stops it in order, and removes its data unless they are kept. */
  stop(options?: { keepData?: boolean }): Promise<void>;
  /** Pulls the plug. */
  kill(): Promise<void>;
}

const ROOT = process.cwd();

/** Starts the built server on a free port and waits until it says that it is ready. */
export async function startServer(
  options: { dataFolder?: string; env?: Record<string, string>; port?: number } = {},
): Promise<TestServer> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), "ombra-test-"));
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=256", "--max-semi-space-size=8", join(ROOT, "build/process/main.js")],
    {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH ?? "",
        HOME: dataFolder,
        NODE_ENV: "production",
        OMBRA_ROOT: ROOT,
        DATA_DIR: dataFolder,
        PORT: String(options.port ?? 0),
        ...options.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const exited = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    const check = () => output.includes("Ombra ready on") && resolve();
    child.stdout.on("data", check);
    child.on("exit", (code) => reject(new StartFailed(code, output)));
  });
  const base = /Ombra ready on (\S+)/.exec(output)?.[1] ?? "";
  return {
    base,
    dataFolder,
    setupToken: /\/setup\/(\S+)/.exec(output)?.[1] ?? "",
    output: () => output,
    process: child,
    async stop({ keepData = false } = {}) {
      child.kill("SIGTERM");
      await exited;
      if (!keepData) rmSync(dataFolder, { recursive: true, force: true });
    },
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** The server ended before it was ready; `output` is what it said. */
export class StartFailed extends Error {
  override readonly name = "StartFailed";
  readonly code: number | null;
  readonly output: string;
  constructor(code: number | null, output: string) {
    super(`The server stopped with ${code}: ${output}`);
    this.code = code;
    this.output = output;
  }
}
