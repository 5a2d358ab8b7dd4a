import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { sendReport } from "../../prisma/seed/report";
import { foundTestOffice } from "../support/office";
import { freePort } from "../support/postgres";
import { startServer, type TestServer } from "../support/server";
import { readWholeQueue, requireIntact, type SealedReport, SMALL_TEAM, sealReports } from "./support/office";
import { checkFile, countRows } from "./support/rows";

const REPORTS = 50;

let server: TestServer;
let office: SeedOffice;
let reports: SealedReport[];
/** What each reporter was told: the reference that came back. */
const acknowledged = new Map<string, string>();

beforeAll(async () => {
  server = await startServer({ port: await freePort() });
  office = await foundTestOffice(server, SMALL_TEAM);
  reports = await sealReports(office, REPORTS);
});
afterAll(() => server?.stop());

test("pulling the plug in the middle of fifty reports loses none that was acknowledged, and doubles none", async () => {
  for (const plugAfter of [1, 12, 25]) {
    await sendAllUntil(plugAfter);
    expect(acknowledged.size).toBeLessThan(REPORTS);
    await restart();
    await requireWhatWasAcknowledged();
  }
  const answers = await Promise.all(reports.map((report) => sendReport(office, report)));
  for (const { case: id, reference } of answers) {
    expect(acknowledged.get(id) ?? reference).toBe(reference);
    acknowledged.set(id, reference);
  }
  expect(new Set(acknowledged.values()).size).toBe(REPORTS);
  await requireWhatWasAcknowledged();
  const files = reports.flatMap((report) => report.parts).length;
  expect(countRows(server.dataFolder)).toMatchObject({
    Case: REPORTS,
    Compartment: REPORTS,
    Item: REPORTS + files,
    Act: REPORTS,
    Access: REPORTS * SMALL_TEAM.length,
    Wrap: REPORTS * SMALL_TEAM.length,
    Part: files,
  });
  expect(checkFile(server.dataFolder)).toBe("ok");
});

/** Sends every report at once, also those that were taken already, and kills the server after so many new answers. */
async function sendAllUntil(plugAfter: number) {
  let fresh = 0;
  let unplugged: Promise<void> | null = null;
  const send = async (report: SealedReport) => {
    const { reference } = await sendReport(office, report);
    if (!acknowledged.has(report.case)) fresh++;
    acknowledged.set(report.case, reference);
    if (fresh >= plugAfter) unplugged ??= server.kill();
  };
  const missing = reports.filter((report) => !acknowledged.has(report.case));
  await Promise.allSettled(missing.map(send));
  await unplugged;
}

async function restart() {
  const { dataFolder } = server;
  server = await startServer({ dataFolder, port: Number(new URL(office.base).port) });
}

/** Each acknowledged report is in the queue under its reference and opens; nothing half-written is there beside them. */
async function requireWhatWasAcknowledged() {
  const me = office.people[1] as SeedPerson;
  const queue = new Map((await readWholeQueue(me)).map((row) => [row.case, row.reference]));
  for (const [id, reference] of acknowledged) expect(queue.get(id)).toBe(reference);
  // A report can be stored whole just before the plug, with its answer on the way; it opens like any other.
  for (const [nth, report] of reports.entries())
    if (queue.has(report.case)) await requireIntact(office, me, report, nth);
  const rows = countRows(server.dataFolder);
  expect([rows.Compartment, rows.Act]).toEqual([queue.size, queue.size]);
}
