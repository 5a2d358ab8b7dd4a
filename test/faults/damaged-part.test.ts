import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice } from "../../prisma/seed/people";
import { sendReport } from "../../prisma/seed/report";
import { foundTestOffice, named, openMailbox } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { type CaseFile, type SealedReport, SMALL_TEAM, sealReports } from "./support/office";
import { openFile } from "./support/rows";

let server: TestServer;
let office: SeedOffice;
let report: SealedReport;

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server, SMALL_TEAM);
  [report] = (await sealReports(office, 1)) as [SealedReport];
  await sendReport(office, report);
});
afterAll(() => server?.stop());

/** Changes the stored bytes behind the server's back, as a failing disk would. */
function damage(change: (bytes: Buffer) => Buffer) {
  const file = openFile(server.dataFolder);
  const { bytes } = file.prepare('SELECT bytes FROM "PartBytes" WHERE caseId = ?').get(report.case) as {
    bytes: Uint8Array;
  };
  file.prepare('UPDATE "PartBytes" SET bytes = ? WHERE caseId = ?').run(change(Buffer.from(bytes)), report.case);
  file.close();
}

test.each([
  ["one flipped bit", (bytes: Buffer) => bytes.fill((bytes[999] ?? 0) ^ 1, 999, 1000)],
  ["a lost end", (bytes: Buffer) => bytes.subarray(0, 4096)],
  ["nothing left", () => Buffer.alloc(0)],
])("a part with %s on the disk is named as damaged and never handed out", async (_name, change) => {
  const whole = report.parts[0]?.bytes ?? new Uint8Array();
  damage(change);
  const path = `/api/v1/parts/${report.case}/${report.parts[0]?.id}`;
  const mailbox = await openMailbox(office, { ...report, reference: "" });
  for (const headers of [mailbox.headers, { Cookie: named(office, "tom").client.cookie }]) {
    const response = await fetch(office.base + path, { headers });
    expect([response.status, response.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
    expect(JSON.parse(await response.text())).toMatchObject({ rule: "damagedPart" });
  }
  damage(() => Buffer.from(whole));
});

test("a case with a damaged part still opens, and a whole part is handed out again", async () => {
  damage((bytes) => bytes.reverse());
  const tom = named(office, "tom");
  const file = await tom.client.call<CaseFile>("GET", `/api/v1/cases/${report.case}`);
  expect(file.items.map((item) => item.kind)).toEqual(["report", "file"]);
  damage((bytes) => bytes.reverse());
  const response = await fetch(`${office.base}/api/v1/parts/${report.case}/${report.parts[0]?.id}`, {
    headers: { Cookie: tom.client.cookie },
  });
  expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(report.parts[0]?.bytes ?? []))).toBe(true);
});
