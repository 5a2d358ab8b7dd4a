import { afterAll, beforeAll, expect, test } from "vitest";
import { type PlannedAct, perform } from "../../prisma/seed/acts";
import { Client, type RefusedError } from "../../prisma/seed/http";
import type { SeedOffice, SeedPerson } from "../../prisma/seed/people";
import { type SentReport, sealReport, sendReport } from "../../prisma/seed/report";
import { foundTestOffice, openMailbox, REASONS, STANDARDS, writeAsReporter } from "../support/office";
import { startServer, type TestServer } from "../support/server";

let server: TestServer;
let office: SeedOffice;
let report: SentReport;
const person = (role: string, nth = 0) =>
  office.people.filter((one) => one.roles.includes(role as never))[nth] as SeedPerson;
const act = (who: SeedPerson, plan: PlannedAct) => perform(office, who, report.case, plan);

beforeAll(async () => {
  server = await startServer();
  office = await foundTestOffice(server);
});
afterAll(() => server?.stop());

test("a sealed report becomes one case on the desks of its intake officers, and on nobody else's", async () => {
  const sealed = await sealReport(office, {
    kind: "tip",
    answers: { summary: "They shipped it under a false paper." },
    files: [{ name: "scan.pdf", type: "application/pdf", bytes: new Uint8Array(100_000) }],
  });
  report = await sendReport(office, sealed);
  expect(await sendReport(office, sealed)).toMatchObject({ reference: report.reference });
  const queue = await person("intake").client.call<{ rows: { case: string }[] }>("GET", "/api/v1/cases");
  expect(queue.rows.map((row) => row.case)).toEqual([report.case]);
  const others = await person("ombudsperson").client.call<{ rows: unknown[] }>("GET", "/api/v1/cases");
  expect(others.rows).toEqual([]);
  await expect(person("ombudsperson").client.call("GET", `/api/v1/cases/${report.case}`)).rejects.toMatchObject({
    status: 404,
  });
});

test("another report under the same id is refused and changes nothing", async () => {
  const other = await sealReport(office, { kind: "tip", answers: {} });
  const body = { ...(other.body as object), case: report.case };
  await expect(new Client(server.base).call("POST", "/api/v1/reports", body)).rejects.toMatchObject({ status: 409 });
});

test("an act before the declaration of no conflict is refused with the rule", async () => {
  await expect(act(person("intake"), { event: "case.acknowledge", message: "We have it." })).rejects.toMatchObject({
    problem: expect.objectContaining({ rule: "noConflictDeclaration" }),
  } satisfies Partial<RefusedError>);
});

test("the case goes from acknowledgement to a decision that two people carry, and closes", async () => {
  const [tara, tom] = [person("intake"), person("intake", 1)];
  const [ines, olga, vera] = [person("investigator"), person("ombudsperson"), person("reviewer")];
  await act(tara, { event: "conflict.declareNone" });
  await act(tom, { event: "conflict.declareNone" });
  expect(
    await act(tara, { event: "case.acknowledge", codes: { recused: [] }, message: "We have your report." }),
  ).toMatchObject({ state: "preliminaryAssessment" });
  await act(tara, { event: "triage.setTier", codes: { tier: "T3" }, triage: { F1: 2 } });
  await act(tara, { event: "info.request", message: "Which month was it?" });
  expect(await writeAsReporter(office, report, "reporter.reply", "July.")).toMatchObject({
    state: "preliminaryAssessment",
  });
  await act(tara, { event: "triage.admit", codes: { minimum: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"] } });
  await act(tara, { event: "access.grant", codes: { role: "ombudsperson" }, grant: olga });
  await act(olga, { event: "conflict.declareNone" });
  expect(await act(olga, { event: "investigator.assign", grant: ines })).toMatchObject({ state: "underInvestigation" });
  await act(ines, { event: "conflict.declareNone" });
  await act(ines, { event: "access.grant", codes: { role: "reviewer" }, grant: vera });
  await act(ines, { event: "evidence.seal" });
  expect(
    await act(ines, { event: "findings.submit", codes: { ...STANDARDS, outcome: "SUBSTANTIATED" }, findings: REASONS }),
  ).toMatchObject({ state: "decisionReview" });
  await act(vera, { event: "conflict.declareNone" });
  expect(await act(vera, { event: "review.approve", codes: {} })).toMatchObject({ state: "decisionPending" });
  await expect(act(ines, { event: "decision.issue", role: "investigator" })).rejects.toMatchObject({ status: 422 });
  expect(
    await act(olga, {
      event: "decision.issue",
      codes: { ...STANDARDS, outcome: "SUBSTANTIATED" },
      decision: REASONS,
      notice: "We found that you were right.",
    }),
  ).toMatchObject({ state: "concluded" });
  expect(await act(olga, { event: "case.close" })).toMatchObject({ state: "closed" });
});

test("the reporter reads the answers with nothing but the twelve words", async () => {
  const mailbox = await openMailbox(office, report);
  expect(await mailbox.bodies()).toContainEqual({ text: "We found that you were right." });
  expect(mailbox.state).toBe("closed");
});
