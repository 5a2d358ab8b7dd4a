import { DatabaseSync } from "node:sqlite";
import { randomId } from "~crypto/bytes";
import { writeReportFile } from "~crypto/report-file";
import { addDays } from "~workflows";
import { Client } from "../../prisma/seed/http";
import { type PersonPlan, type SeedOffice, signIn } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { swept } from "../stories/support/clock";
import { foundTestOffice, named, openMailbox, TEST_PEOPLE } from "../support/office";
import { startServer, type TestServer } from "../support/server";
import type { Exchange } from "./exchanges";
import { misuseAll } from "./misuse";
import type { OpenApi } from "./openapi";
import { refused } from "./refused";
import { tryBareMailbox } from "./try-bare-mailbox";
import { tryCase, tryJoin } from "./try-case";
import { askForMail, sendGrievance, tryMailbox } from "./try-mailbox";
import { certifyServerKey, signInBadly, tryOffice } from "./try-office";
import { tryPeople } from "./try-people";
import { tryQuestions } from "./try-questions";

/** Somebody at an authority who answers for it. */
const CONTACT: PersonPlan = { name: "lena", displayName: "Lena at the authority", roles: ["liaison"] };
/** A second administrator, who can be given the office key. */
const SECOND: PersonPlan = { name: "anna", displayName: "Anna Admin", roles: ["administrator"] };
const DAYS_LATER = 40;
/** Nobody listens there, so that mail is stuck. */
const MAIL = { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "notices@office.example" };

/**
 * Uses every operation of the machine interface on a fresh server, well and badly; then once more forty days later, with a
 * mail server that cannot be reached. Returns how to stop the server.
 */
export async function exerciseInterface(api: OpenApi, exchanges: Exchange[]): Promise<() => Promise<void>> {
  const server = await startServer();
  const stranger = new Client(server.base);
  await refused(404, stranger.call("GET", "/api/v1/office"));
  await refused(400, stranger.call("POST", `/api/v1/setup/${server.setupToken}`, {}));
  const office = await foundTestOffice(server, [...TEST_PEOPLE, CONTACT, SECOND]);
  const tara = named(office, "tara");
  await tryOffice(office, exchanges);
  const report = await sealedWay(office, exchanges);
  const grievance = await sendGrievance(office);
  await askForMail(office, grievance);
  await tryBareMailbox(office);
  await certifyServerKey(office);
  await tryQuestions(office, exchanges);
  const token = (await openMailbox(office, report)).headers.Authorization.slice("Bearer ".length);
  await misuseAll(api, { base: server.base, cookie: tara.client.cookie, token }, exchanges);
  await signInBadly(server.base);
  await tryPeople(office, server.dataFolder);
  await server.stop({ keepData: true });
  publishRow(server.dataFolder);
  const later = await startLater(server);
  await stranger.call("GET", "/api/v1/decisions");
  await stranger.call("GET", "/api/v1/decisions/1");
  await signIn(tara);
  await signIn(named(office, "ada"));
  await tara.client.call("GET", "/api/v1/cases?filter=overdue");
  await tara.client.call("GET", `/api/v1/cases/${grievance.case}`);
  await askForMail(office, grievance);
  await retryMail(office, later);
  await tara.client.call("POST", "/api/v1/sign-out");
  await refused(401, tara.client.call("GET", "/api/v1/cases"));
  return () => later.stop();
}

/** Forty days later, when the office has gone through what is late since. */
async function startLater({ dataFolder, base }: TestServer): Promise<TestServer> {
  const env = { ...MAIL, OMBRA_DAY_OFFSET: String(DAYS_LATER) };
  const later = await startServer({ dataFolder, port: Number(new URL(base).port), env });
  // In some time zone it is the day before.
  await swept(dataFolder, addDays(new Date().toISOString().slice(0, 10), DAYS_LATER - 1));
  return later;
}

/** A report with a file from the browser's way, its case at the desk, and its mailbox. */
async function sealedWay(office: SeedOffice, exchanges: readonly Exchange[]): Promise<SentReport> {
  const stranger = new Client(office.base);
  const files = [{ name: "scan.pdf", type: "application/pdf", bytes: new Uint8Array(70_000) }];
  const sealed = await sealReport(office, { kind: "tip", answers: {}, files });
  await refused(409, stranger.call("POST", "/api/v1/reports", sealed.body));
  const report = await sendReport(office, sealed);
  await refused(409, stranger.call("POST", "/api/v1/reports", { ...(sealed.body as object), urgent: true }));
  await refused(400, stranger.call("POST", "/api/v1/reports", { v: 1 }));
  const file = writeReportFile({ request: JSON.stringify(sealed.body), parts: sealed.parts.map(({ bytes }) => bytes) });
  await fetch(`${office.base}/api/v1/reports`, {
    method: "POST",
    headers: { "Content-Type": "text/plain" },
    body: file,
  });
  const part = sealed.parts[0]?.id ?? "";
  const upload = `${office.base}/api/v1/uploads/${report.case}/${part}?sha256=`;
  await fetch(`${upload}${"0".repeat(64)}`, { method: "PUT", body: "x" });
  const other = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
  await fetch(upload + other);
  await fetch(upload + other, { method: "PUT", body: "x" });
  await tryCase(office, report, exchanges);
  await tryJoin(office, report);
  await tryMailbox(office, report);
  const cookie = { Cookie: named(office, "tara").client.cookie };
  await fetch(`${office.base}/api/v1/parts/${report.case}/${part}`, { headers: cookie });
  return report;
}

/** A text that was published; the story of one, from its proposal on, has tests of its own. */
function publishRow(dataFolder: string) {
  const db = new DatabaseSync(`${dataFolder}/ombra.db`);
  const columns = "number, kind, language, title, paragraphs, salt, digest, quarter";
  const text = ["statement", "en", "A licence", '["It was looked at."]', "0".repeat(32), "0".repeat(64), "2026-Q4"];
  db.prepare(`INSERT INTO "Statement" (${columns}) VALUES (1, ?, ?, ?, ?, ?, ?, ?)`).run(...text);
  db.close();
}

/** Mail that does not get through is tried again by hand. */
async function retryMail(office: SeedOffice, server: TestServer) {
  const { client } = named(office, "ada");
  await refused(404, client.call("POST", "/api/v1/notices/retry", { notice: randomId() }));
  await client.call("POST", "/api/v1/notices/retry", { notice: await stuckNotice(server.dataFolder) });
  await named(office, "tara").client.call("GET", "/api/v1/notices/settings");
}

/** The id of a notice whose mail failed; the page that shows it is no part of the machine interface. */
async function stuckNotice(dataFolder: string): Promise<string> {
  const db = new DatabaseSync(`${dataFolder}/ombra.db`, { readOnly: true });
  try {
    for (let tries = 0; tries < 100; tries++) {
      const row = db.prepare(`SELECT id FROM "Notice" WHERE fault IS NOT NULL LIMIT 1`).get();
      if (row) return String(row.id);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } finally {
    db.close();
  }
  throw new Error("No mail failed.");
}
