import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { startServer, type TestServer } from "../../support/server";
import { makeBodies, take } from "../bodies";
import { drive } from "../load";
import { startBenchOffice } from "../office";
import { type Line, median } from "../table";

/** How long the load lasts, in seconds. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? "60");
const STARTS = 5;

/** T13: memory at rest and after load, and how long a start takes. */
export async function benchProcess(): Promise<Line[]> {
  const set = { target: "T13", better: "less", against: "set" } as const;
  const { server, office } = await startBenchOffice();
  const { dataFolder } = server;
  await server.stop({ keepData: true });
  const again = async () => startServer({ dataFolder, env: { FLOOD_PER_DAY: "1000000000" } });
  const starts: number[] = [];
  let running: TestServer | null = null;
  for (let nth = 0; nth < STARTS; nth++) {
    await running?.stop({ keepData: true });
    const start = performance.now();
    running = await again();
    starts.push(performance.now() - start);
  }
  if (!running) throw new Error("No start was measured.");
  await wait(5000);
  const idle = residentMiB(running);
  const command = readFileSync(`/proc/${running.process.pid}/cmdline`, "utf8").split("\0");
  const flags = command.filter((word) => word.startsWith("--")).join(" ");
  const row = (await makeBodies(office))();
  const load = await drive({
    base: running.base,
    path: "/api/v1/reports",
    concurrency: 32,
    seconds: SECONDS,
    bodies: take(row, 1e7),
  });
  const loaded = residentMiB(running);
  const failed = load.answers.filter((answer) => answer.status !== 201).length;
  await running.stop();
  const count = load.answers.length;
  return [
    { ...set, what: "start on a database that is there", measured: median(starts), limit: 1000, unit: "ms" },
    { ...set, what: "memory at rest", measured: idle, limit: 130, unit: "MiB" },
    { ...set, what: `memory after ${SECONDS} s, 32 at a time`, measured: loaded, limit: 300, unit: "MiB" },
    { ...set, what: "failed under that load", measured: failed, limit: 0, unit: "" },
    { target: "T13", text: `${count} reports in ${SECONDS} s, slowest of a hundred ${Math.round(load.p99)} ms.` },
    { target: "T13", text: `The server ran with ${flags}.` },
  ];
}

/** Resident memory of a process, as Linux counts it. */
export function residentMiB(server: TestServer): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
