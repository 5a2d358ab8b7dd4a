import { randomId } from "~crypto/bytes";
import { sealItem } from "~crypto/items";
import { deriveReceiptSecrets } from "~crypto/receipt";
import { sealWords } from "~crypto/sealed-words";
import { Client } from "../../prisma/seed/http";
import type { SeedOffice } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { named, openMailbox, writeAsReporter } from "../support/office";
import { refused } from "./refused";

/** The mailbox of a tip to which the office has written: words, files, steps without words, and what is refused. */
export async function tryMailbox(office: SeedOffice, report: SentReport) {
  const client = new Client(office.base);
  const { locator } = await deriveReceiptSecrets(report.words, office.keys.fingerprint);
  await refused(404, client.call("POST", "/api/v1/mailbox/session", { locator, auth: locator }));
  await refused(401, client.call("GET", "/api/v1/mailbox"));
  await refused(409, sendOutOfOrder(office, report));
  const write = (event: string, text: string | null, codes: object = {}) =>
    writeAsReporter(office, report, event, text, codes);
  await write("reporter.reply", "July.");
  await write("urgent.flag", null);
  await write("conflict.allege", null, { person: named(office, "tom").id });
  await write("consent.give", null, { purpose: "referral", until: "2099-12-31" });
  await write("retaliation.report", "They moved my desk.");
  await write("reporter.withdraw", null);
  await refused(422, write("parallel.concluded", null));
  await refused(400, write("review.request", "I ask for a review."));
  const { headers } = await openMailbox(office, report);
  await fetch(`${office.base}/api/v1/mailbox/statement?lang=ar`, { headers });
}

/** Exporters and groups can be told by mail; here the office sends none, and later it does. */
export async function askForMail(office: SeedOffice, report: SentReport) {
  const { client, headers } = await openMailbox(office, report);
  const read = () => client.call<{ mail: { publicKey: string } | null }>("GET", "/api/v1/mailbox", undefined, headers);
  const { mail } = await read();
  const publicKey = mail?.publicKey ?? office.keys.publicKey;
  const words = JSON.stringify({ address: "export@lumen.example", key: null });
  const sealed = await sealWords({ words, publicKey, now: new Date() });
  const asked = client.call("POST", "/api/v1/mailbox/mail", { sealed }, headers);
  if (!mail) return refused(409, asked);
  await asked;
  await read();
}

/** A grievance that nobody opens, so that its days pass. */
export async function sendGrievance(office: SeedOffice): Promise<SentReport> {
  return sendReport(office, await sealReport(office, { kind: "grievance", answers: {}, urgent: true }));
}

/** A message that takes a place which is taken. */
async function sendOutOfOrder(office: SeedOffice, report: SentReport) {
  const { client, headers, compartments } = await openMailbox(office, report);
  const [compartment] = compartments;
  const payload = {
    case: report.case,
    compartment: "correspondence" as const,
    kind: "message",
    seq: 0,
    prev: "",
    body: { text: "July." },
  };
  const compartmentPublicKey = compartment?.publicKey ?? "";
  const { armored } = await sealItem({ payload, compartmentPublicKey, now: new Date() });
  const items = [{ id: randomId(), kind: "message", seq: 0, armored }];
  const body = { v: 1, id: randomId(), event: "reporter.message", codes: {}, compartment: compartment?.id, items };
  return client.call("POST", "/api/v1/mailbox/messages", { ...body, parts: [] }, headers);
}
