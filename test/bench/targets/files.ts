import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sendLargeFile } from "../../files/support/large-file";
import { startServer } from "../../support/server";
import { type Line, median } from "../table";

const MIB = 1024 * 1024;
const FAST = 1000 * MIB;
const set = { against: "set" } as const;

/** One GiB over a line that breaks every twenty seconds, then opened and saved by an officer. */
export async function benchLargeFile(): Promise<Line[]> {
  const result = await sendLargeFile({ bytes: 1024 * MIB, everyMs: 20_000, bytesPerSecond: 8 * MIB });
  const { sent, received, cuts, milliseconds, server, browser, officer, longestPause } = result;
  const target = "FILES";
  const less = { target, better: "less", ...set } as const;
  const moved = ({ before, most }: typeof server) => most - before;
  return [
    { ...less, what: "1 GiB differs after a broken line", measured: sent === received ? 0 : 1, limit: 0, unit: "" },
    { ...less, what: "memory of the server", measured: moved(server), limit: 64, unit: "MiB more" },
    { ...less, what: "memory of the reporter's browser", measured: moved(browser), limit: 256, unit: "MiB more" },
    { ...less, what: "memory of the officer's browser", measured: moved(officer), limit: 256, unit: "MiB more" },
    {
      target,
      text: `The line broke ${cuts} times in ${Math.round(milliseconds / 1000)} s; the reporter's page stood still for ${Math.round(longestPause)} ms at most.`,
    },
  ];
}

/** T6: what a file of 100 MB adds to server and browser, and how little more that is than for one of 20 MB. */
export async function benchFileMemory(): Promise<Line[]> {
  const send = (bytes: number) => sendLargeFile({ bytes, everyMs: 0, bytesPerSecond: FAST, isSaved: false });
  const small = await send(20_000_000);
  const large = await send(100_000_000);
  const less = { target: "T6", better: "less", unit: "MiB", ...set } as const;
  const figures = (["server", "browser"] as const).flatMap((side): Line[] => [
    { ...less, what: `100 MB sent, added on the ${side}`, measured: large[side].most - large[side].before, limit: 100 },
    {
      ...less,
      what: `100 MB against 20 MB on the ${side}`,
      measured: large[side].most / small[side].most,
      limit: 1.3,
      unit: "times",
    },
  ]);
  return [
    ...figures,
    { target: "T6", text: `A page that sends stood still for ${Math.round(large.longestPause)} ms at most.` },
  ];
}

const PARTS = 25;
const ROUNDS = 3;

/** T15: 100 MB of ciphertext in parts, beside a server that only hashes, writes and flushes them. */
export async function benchUpload(): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "ombra-parts-"));
  const server = await startServer();
  const floor = await startFloor(folder);
  const parts = Array.from({ length: PARTS }, () => randomBytes(4_000_000));
  const ours: number[] = [];
  const least: number[] = [];
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const times = [await put(`${server.base}/api/v1/uploads`, parts), await put(floor.base, parts)];
      // The first round warms both up.
      if (round < 0) continue;
      ours.push(times[0] ?? 0);
      least.push(times[1] ?? 0);
    }
  } finally {
    floor.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const speed = (rounds: number[]) => (PARTS * 4) / (median(rounds) / 1000);
  const limit = speed(least) * 0.5;
  const against = `half of the least route, ${Math.round(speed(least))} MB/s`;
  return [
    {
      target: "T15",
      what: "100 MB of parts stored",
      measured: speed(ours),
      limit,
      better: "more",
      unit: "MB/s",
      against,
    },
  ];
}

/** Puts all parts one after the other, as a reporter's page does. Units: milliseconds. */
async function put(base: string, parts: readonly Buffer[]): Promise<number> {
  const id = () => randomBytes(16).toString("hex");
  const caseId = id();
  const named = parts.map((bytes) => ({ bytes, digest: createHash("sha256").update(bytes).digest("hex") }));
  const start = performance.now();
  for (const { bytes, digest } of named) {
    const answer = await fetch(`${base}/${caseId}/${id()}?sha256=${digest}`, {
      method: "PUT",
      body: new Uint8Array(bytes),
    });
    if (!answer.ok) throw new Error(`A part was not stored: ${answer.status}.`);
    await answer.arrayBuffer();
  }
  return performance.now() - start;
}

async function startFloor(folder: string): Promise<{ base: string; stop: () => void }> {
  const child = spawn(process.execPath, ["--import", "tsx", "test/bench/floor/parts.ts", folder]);
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      const found = /ready (\d+)/.exec(String(data))?.[1];
      if (found) resolve(found);
    });
    child.on("exit", (code) => reject(new Error(`The floor ended with ${code}.`)));
  });
  return { base: `http://127.0.0.1:${port}`, stop: () => void child.kill() };
}
