import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice } from "../../prisma/seed/people";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { type SealedReport, SMALL_TEAM, sealReports } from "./support/office";
import { countRows, openFile } from "./support/rows";

let server: TestServer;
let office: SeedOffice;
let reports: SealedReport[];

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server, SMALL_TEAM);
  reports = (await sealReports(office, 5)).slice(1);
});
afterAll(() => server?.stop());

const post = (report: SealedReport | undefined) =>
  fetch(`${office.base}/api/v1/reports`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(report?.body),
  });

test("while another program holds the database reports are told when to come again, and are then taken", async () => {
  const before = countRows(server.dataFolder);
  const file = openFile(server.dataFolder);
  file.exec("BEGIN IMMEDIATE");
  const start = performance.now();
  const answers = Promise.all(
    reports.map(async (report) => ({ answer: await post(report), after: performance.now() - start })),
  );
  await wait(6500);
  const page = fetch(`${office.base}/healthz`).then((response) => response.status);
  const late = await answers;
  file.exec("ROLLBACK");
  file.close();
  for (const { answer } of late) {
    expect([answer.status, answer.headers.get("content-type")]).toEqual([503, "application/problem+json"]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await answer.json()) as object).toMatchObject({
      status: 503,
      title: expect.stringMatching(/busy.*again/i),
    });
  }
  expect(Math.max(...late.map(({ after }) => Math.round(after)))).toBeLessThan(8000);
  expect(await page).toBe(200);
  expect(countRows(server.dataFolder)).toEqual(before);
  const again = await Promise.all(reports.map(post));
  expect(again.map((answer) => answer.status)).toEqual(reports.map(() => 201));
  expect(countRows(server.dataFolder).Case).toBe(before.Case + reports.length);
});
