import { randomId } from "~crypto/bytes";
import { type PlannedAct, perform } from "../../prisma/seed/acts";
import { GRANTED, OPENED, REASONS } from "../../prisma/seed/demo-steps";
import type { SeedOffice } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { named } from "../support/office";
import type { Exchange } from "./exchanges";
import { refused } from "./refused";

/** A case at the desk: what is too early, what fits, what comes twice, and its export. */
export async function tryCase(office: SeedOffice, report: SentReport, exchanges: readonly Exchange[]) {
  const tara = named(office, "tara");
  const { client } = tara;
  await client.call("GET", "/api/v1/cases?filter=tip");
  await client.call("GET", `/api/v1/cases/${report.case}`);
  await refused(422, perform(office, tara, report.case, { event: "case.acknowledge", message: "Too early." }));
  for (const { by, ...plan } of OPENED("tara")) await perform(office, named(office, by), report.case, plan);
  const acts = `/api/v1/cases/${report.case}/acts`;
  const act = exchanges.find(({ path, status }) => path === acts && status === 200)?.request.json;
  await refused(409, client.call("POST", acts, act));
  await refused(404, client.call("POST", `/api/v1/cases/${randomId()}/acts`, act));
  await putToAuthority(office, report);
  await perform(office, tara, report.case, { event: "info.request", message: "Which month?" });
  await client.call("POST", `/api/v1/cases/${report.case}/read`, { seq: 3 });
  await refused(404, client.call("POST", `/api/v1/cases/${randomId()}/read`, { seq: 3 }));
  await client.call("GET", `/api/v1/cases/${report.case}/export`);
  await client.call("GET", `/api/v1/cases/${report.case}/export?items=full`);
}

/** The authority's contact has their own view of the case and of their list. */
async function putToAuthority(office: SeedOffice, report: SentReport) {
  const lena = named(office, "lena");
  const consent = { event: "consent.record", codes: { purpose: "authority" }, note: "Ticked in the report." };
  await perform(office, named(office, "tara"), report.case, consent);
  const question = { event: "package.send", package: "Why was the licence granted?", grant: lena };
  await perform(office, named(office, "tara"), report.case, question);
  await lena.client.call("GET", "/api/v1/cases");
  await lena.client.call("GET", `/api/v1/cases/${report.case}`);
  await refused(404, lena.client.call("GET", `/api/v1/cases/${report.case}/export`));
}

/** A second report of the same matter is joined to the first; both cases say so to whoever has both. */
export async function tryJoin(office: SeedOffice, lead: SentReport) {
  const report = await sendReport(office, await sealReport(office, { kind: "tip", answers: {} }));
  const act = (by: string, plan: PlannedAct) => perform(office, named(office, by), report.case, plan);
  for (const { by, grantTo, ...plan } of [...OPENED("tara"), ...GRANTED("tara", "vera", "reviewer")])
    await act(by, { ...plan, ...(grantTo && { grant: named(office, grantTo) }) });
  const codes = { lead: lead.case, standards: ["STD-WBD-9"] };
  await act("tara", { event: "consolidation.propose", codes, rationale: REASONS });
  await act("vera", { event: "review.approve", notice: "It is read together with what we know already." });
  const { client } = named(office, "tara");
  for (const one of [report, lead]) await client.call("GET", `/api/v1/cases/${one.case}`);
}
