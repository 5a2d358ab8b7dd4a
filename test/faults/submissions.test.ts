import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { sendReport } from "../../prisma/seed/report";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { readWholeQueue, requireIntact, type SealedReport, SMALL_TEAM, sealReports } from "./support/office";
import { countRows } from "./support/rows";

type Body = { case: string; items: { seq: number; kind: string }[]; parts: { id: string; digest: string }[] };

let server: TestServer;
let office: SeedOffice;
/** The first brings a file; no test sends it before the last one does. */
let report: SealedReport;
let other: SealedReport;

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server, SMALL_TEAM);
  [report, other] = (await sealReports(office, 2)) as [SealedReport, SealedReport];
});
afterAll(() => server?.stop());

const post = (body: string) =>
  fetch(`${office.base}/api/v1/reports`, { method: "POST", headers: { "Content-Type": "application/json" }, body });
const putPart = (part: { id: string; bytes: Uint8Array; digest: string }) =>
  fetch(`${office.base}/api/v1/uploads/${report.case}/${part.id}?sha256=${part.digest}`, {
    method: "PUT",
    body: Buffer.from(part.bytes),
  });

/** Sends something that must be refused with this status and a sentence, and leave every table as it was. */
async function expectRefused(status: number, answer: () => Promise<Response>) {
  const before = countRows(server.dataFolder);
  const response = await answer();
  const problem = (await response.json()) as { title: string; status: number } & Record<string, unknown>;
  expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
  expect(problem.title).toMatch(/not stored|nothing was stored/i);
  expect(countRows(server.dataFolder)).toEqual(before);
  return problem;
}

describe("what arrives damaged is refused with a sentence, and nothing of it is stored", () => {
  const changed = (change: (body: Body) => void) => {
    const body = structuredClone(report.body) as Body;
    change(body);
    return JSON.stringify(body);
  };

  test("JSON that was cut off", async () => {
    const whole = JSON.stringify(report.body);
    for (const length of [0, 1, Math.floor(whole.length / 2), whole.length - 1])
      await expectRefused(400, () => post(whole.slice(0, length)));
  });

  test("items in another order", async () => {
    await expectRefused(400, () => post(changed(({ items }) => items.reverse())));
    const renumbered = (body: Body) => {
      body.items = body.items.toReversed().map((item, seq) => ({ ...item, seq }));
    };
    await expectRefused(400, () => post(changed(renumbered)));
    await expectRefused(400, () => post(changed(({ items }) => items.shift())));
  });

  test("an item that is sealed to another case's key, and a wrap that is for somebody else", async () => {
    const foreign = (body: Body) => {
      body.items[0] = { ...(other.body as Body).items[0], kind: "report", seq: 0 };
    };
    expect(await expectRefused(400, () => post(changed(foreign)))).toMatchObject({ rule: "notSealed" });
    const swapped = (body: Body) => {
      const [compartment] = (body as unknown as { compartments: { wraps: { person: string }[] }[] }).compartments;
      const [first, second] = compartment?.wraps ?? [];
      if (first && second) [first.person, second.person] = [second.person, first.person];
    };
    expect(await expectRefused(400, () => post(changed(swapped)))).toMatchObject({ rule: "notSealed" });
  });

  test("a part under a wrong digest, or cut off", async () => {
    const [part] = report.parts;
    if (!part) throw new Error("The report has no part.");
    await expectRefused(400, () => putPart({ ...part, digest: "0".repeat(64) }));
    await expectRefused(400, () => putPart({ ...part, bytes: part.bytes.subarray(1) }));
  });

  test("a report whose part is missing, or is another than it says", async () => {
    const missing = report.parts.map((part) => part.id);
    expect(await expectRefused(409, () => post(JSON.stringify(report.body)))).toMatchObject({ missing });
    for (const part of report.parts) expect((await putPart(part)).status).toBe(200);
    const wrong = changed(({ parts }) => {
      for (const part of parts) part.digest = "0".repeat(64);
    });
    expect(await expectRefused(409, () => post(wrong))).toMatchObject({ missing });
  });
});

test("the same report twenty times at once is one case, and everybody is told the same", async () => {
  const before = countRows(server.dataFolder);
  const text = JSON.stringify(other.body);
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(text)));
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 201));
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
  expect(countRows(server.dataFolder)).toMatchObject({ Case: before.Case + 1, Act: before.Act + 1 });
});

test("the same part twenty times at once is one part", async () => {
  const [part] = report.parts;
  if (!part) throw new Error("The report has no part.");
  const before = countRows(server.dataFolder);
  const answers = await Promise.all(Array.from({ length: 20 }, () => putPart(part)));
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
  expect(countRows(server.dataFolder)).toEqual(before);
});

test("after all that the whole report is taken as if nothing had happened", async () => {
  await sendReport(office, report);
  const tara = named(office, "tara") as SeedPerson;
  await requireIntact(office, tara, report, 0);
  expect((await readWholeQueue(tara)).map((row) => row.case).sort()).toEqual([report.case, other.case].sort());
});
