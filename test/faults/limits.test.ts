import { readFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice } from "../../prisma/seed/people";
import { sendReport } from "../../prisma/seed/report";
import { foundTestOffice, named } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import { requireIntact, type SealedReport, SMALL_TEAM, sealReports } from "./support/office";
import { countRows } from "./support/rows";

const MEBIBYTE = 1024 * 1024;

let server: TestServer;
let office: SeedOffice;
let report: SealedReport;

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server, SMALL_TEAM);
  [report] = (await sealReports(office, 1)) as [SealedReport];
});
afterAll(() => server?.stop());

/** After an attack the same process still takes a report, and has not swollen. */
async function expectUnharmed() {
  expect(server.process.exitCode).toBe(null);
  expect((await fetch(`${server.base}/healthz`)).status).toBe(200);
  const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
  expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toBeLessThan(400);
}

const TOO_LARGE: [string, string, string, number][] = [
  ["a report", "POST", "/api/v1/reports", 25],
  ["a part", "PUT", `/api/v1/uploads/${"a".repeat(32)}/${"b".repeat(32)}?sha256=${"c".repeat(64)}`, 5],
  ["a sign-in", "POST", "/api/v1/sign-in", 1],
  ["a mailbox's opening", "POST", "/api/v1/mailbox/session", 1],
];

test.each(TOO_LARGE)(
  "%s above its limit is answered with 413 and stores nothing",
  async (_name, method, path, size) => {
    const before = countRows(server.dataFolder);
    const headers = { "Content-Type": "application/json" };
    const send = () => fetch(server.base + path, { method, headers, body: new Uint8Array(size * MEBIBYTE) });
    // The server answers before it has read all; a client that still writes can lose the connection before it reads the answer.
    const response = await send().catch(send).catch(send);
    expect([response.status, response.headers.get("content-type")]).toEqual([413, "application/problem+json"]);
    expect((await response.json()) as object).toMatchObject({ title: expect.stringMatching(/nothing was stored/) });
    expect(countRows(server.dataFolder)).toEqual(before);
    await expectUnharmed();
  },
);

test.each(TOO_LARGE)("%s that never ends is cut off", async (_name, method, path, size) => {
  let sent = 0;
  const ended = await new Promise<string>((resolve) => {
    const headers = { "Content-Type": "application/json", "Transfer-Encoding": "chunked" };
    const stream = request(server.base + path, { method, headers });
    stream.on("response", (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    stream.on("error", () => resolve("cut"));
    const chunk = Buffer.alloc(64 * 1024);
    const more = () => {
      sent += chunk.length;
      if (sent > 200 * MEBIBYTE) return resolve("swallowed");
      stream.write(chunk, () => setImmediate(more));
    };
    more();
    setTimeout(() => resolve("waiting"), 8000).unref();
  });
  expect(["413", "cut"]).toContain(ended);
  // What lies in the system's buffers comes on top of the limit.
  expect(sent).toBeLessThan((size + 24) * MEBIBYTE);
  await expectUnharmed();
});

test("a body that stops halfway holds nobody else up, and a header that never ends is cut", async () => {
  const { hostname, port } = new URL(server.base);
  const open = (head: string) => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined).resume();
    socket.write(head);
    return socket;
  };
  const sockets = Array.from({ length: 100 }, () =>
    open("POST /api/v1/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"),
  );
  const endless = open(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"a".repeat(64 * 1024)}`);
  await new Promise((resolve) => endless.on("close", resolve));
  await sendReport(office, report);
  await requireIntact(office, named(office, "tom"), report, 0);
  for (const socket of sockets) socket.destroy();
  await expectUnharmed();
});
