import type { SeedOffice } from "../../../prisma/seed/people";
import { makeBodies, take } from "../bodies";
import { startFloor } from "../floor/start";
import { drive, type Load } from "../load";
import { startBenchOffice } from "../office";
import { type Line, median } from "../table";

const CLIENTS = [1, 8, 32];
const ROUNDS = 3;
/** Seconds of one round; long enough for some hundred requests on a slow disk. */
const SECONDS = 2;

/** T1: durable submissions beside the floor, turn by turn in the same run. */
export async function benchSubmissions(): Promise<Line[]> {
  const ours = await startBenchOffice();
  const floor = await startFloor();
  try {
    return await compare(ours.office, ours.server.base, floor.base);
  } finally {
    await ours.server.stop();
    await floor.stop();
  }
}

async function compare(office: SeedOffice, base: string, floor: string): Promise<Line[]> {
  const row = (await makeBodies(office))();
  const kilobytes = Math.round((row.next().value?.length ?? 0) / 1000);
  const burst = (at: string, path: string, concurrency: number, seconds = SECONDS) =>
    drive({ base: at, path, concurrency, seconds, bodies: take(row, 1e6) });
  await burst(base, "/api/v1/reports", 8, 1);
  await burst(floor, "/intake", 8, 1);
  const lines: Line[] = [];
  for (const concurrency of CLIENTS) {
    const rounds: { ours: Load; floor: Load }[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const under = await burst(floor, "/intake", concurrency);
      rounds.push({ floor: under, ours: await burst(base, "/api/v1/reports", concurrency) });
    }
    const loads = rounds.map((round) => round.ours);
    const failed = [...loads, ...rounds.map((round) => round.floor)]
      .flatMap((load) => load.answers)
      .filter((answer) => answer.status !== 201);
    if (failed.length > 0) throw new Error(`${failed.length} submissions failed: ${failed[0]?.body}`);
    const rate = median(loads.map((load) => load.perSecond));
    const least = median(rounds.map((round) => round.floor.perSecond));
    lines.push({
      target: "T1",
      what: `durable submissions, ${concurrency} at a time`,
      measured: rate,
      limit: least / 3,
      better: "more",
      unit: "/s",
      against: `a third of the floor's ${Math.round(least)}/s`,
    });
    if (concurrency === 8)
      lines.push({
        target: "T1",
        what: "slowest of a hundred, 8 at a time",
        measured: median(loads.map((load) => load.p99)),
        limit: 250,
        better: "less",
        unit: "ms",
        against: "set",
      });
  }
  lines.push({ target: "T1", text: `Both take the same sealed reports of about ${kilobytes} kB.` });
  return lines;
}
