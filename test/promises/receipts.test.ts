import { afterAll, beforeAll, expect, test } from "vitest";
import { randomBytes, toHex } from "~crypto/bytes";
import { deriveReceiptSecrets } from "~crypto/receipt";
import type { SeedOffice } from "../../prisma/seed/people";
import { sealReport, sendReport } from "../../prisma/seed/report";
import { foundTestOffice } from "../support/office";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
let office: SeedOffice;
beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
});
afterAll(() => server?.stop());

test("a wrong receipt and a receipt that never existed look the same", async () => {
  const sent = await sendReport(office, await sealReport(office, { kind: "tip", answers: {} }));
  const { locator } = await deriveReceiptSecrets(sent.words, office.keys.fingerprint);
  const wrongAuth = await tryToOpen(locator, toHex(randomBytes(32)));
  const unknown = await tryToOpen(toHex(randomBytes(32)), toHex(randomBytes(32)));
  expect(wrongAuth.status).toBe(404);
  expect(wrongAuth).toEqual(unknown);
});

test("a mailbox token cannot be made, changed or carried to another case", async () => {
  const sent = await sendReport(office, await sealReport(office, { kind: "tip", answers: {} }));
  const { locator, auth } = await deriveReceiptSecrets(sent.words, office.keys.fingerprint);
  const { token } = JSON.parse((await tryToOpen(locator, auth)).body) as { token: string };
  const [, expires, mac] = token.split(".");
  const forged = [
    "",
    `${"0".repeat(32)}.${expires}.${mac}`,
    `${sent.case}.${Number(expires) + 1}.${mac}`,
    token.slice(0, -1),
  ];
  for (const one of forged) {
    const { status } = await fetch(`${server.base}/api/v1/mailbox`, { headers: { Authorization: `Bearer ${one}` } });
    expect(status).toBe(401);
  }
});

async function tryToOpen(locator: string, auth: string) {
  const response = await fetch(`${server.base}/api/v1/mailbox/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ locator, auth }),
  });
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name !== "date" && name !== "content-security-policy"),
  );
  return { status: response.status, body: await response.text(), headers };
}
