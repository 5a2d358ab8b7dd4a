import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SeedOffice } from "../../prisma/seed/people";
import { sealReport } from "../../prisma/seed/report";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";

const CANARY_ADDRESS = "203.0.113.77";
const CANARY_AGENT = "CanaryBrowser/9.9";
let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "trace" } });
  office = await foundTestOffice(server);
});
afterAll(() => server?.stop());

test("no IP address, user agent or exact arrival time of a reporter is stored or logged anywhere", async () => {
  const sealed = await sealReport(office, {
    kind: "tip",
    answers: { summary: "A planted phrase: heliotrope-canary." },
  });
  const headers = {
    "Content-Type": "application/json",
    "User-Agent": CANARY_AGENT,
    "X-Forwarded-For": CANARY_ADDRESS,
    "X-Real-IP": CANARY_ADDRESS,
    Forwarded: `for=${CANARY_ADDRESS}`,
  };
  const post = (path: string, body: string) => fetch(server.base + path, { method: "POST", headers, body });
  // The office was founded in an earlier second than the report arrives in.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  const before = new Date();
  expect((await post("/api/v1/reports", JSON.stringify(sealed.body))).status).toBe(201);
  await post("/api/v1/reports", "{ cut off");
  await post("/api/v1/reports", JSON.stringify({ v: 1 }));
  await fetch(`${server.base}/no/such/page`, { headers });
  const times = [before, new Date()].map((time) => time.toISOString().slice(0, 19));
  const kept = `${server.output()}${readdirSync(server.dataFolder)
    .map((name) => readFileSync(join(server.dataFolder, name), "latin1"))
    .join("")}`;
  for (const canary of [CANARY_ADDRESS, CANARY_AGENT, "127.0.0.1:5", "heliotrope-canary", ...times])
    expect(kept).not.toContain(canary);
});
