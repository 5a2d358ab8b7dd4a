import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { dayAfter, quarterOf } from "./support/clock";
import { ASKED_AUTHORITY, INQUIRY, OPENED, PROPOSED, REASONED, REASONS, STANDARDS } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
const SECRET = "price list of the pressure sensor";
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "grievance", answers: { summary: "No decision for a year.", confid: SECRET } });
  await world.play(report, [...OPENED("tara"), ...INQUIRY("tara", "grievance"), ...ASKED_AUTHORITY]);
});
afterAll(() => world?.stop());

const missed = () => world.counter(`missed.authority.agencyReply.grievance.${quarterOf(world.day)}`);
const board = async () => {
  const { client } = world.who("olga");
  return (await fetch(`${client.base}/admin/oversight`, { headers: { Cookie: client.cookie } })).text();
};

test("an authority that does not answer is counted in public, and the inquiry goes on without it", async () => {
  await world.travelTo(dayAfter((await world.remembered("ines", report)).dues.agencyReply));
  expect((await world.box(report)).state).toBe("underInquiry");
  expect(missed()).toBe(1);
  expect(await board()).not.toContain(report.reference);
  const inspection = { event: "file.inspect", note: "Seen at the authority; the classified part stayed there." };
  expect(await world.act("ines", report, inspection)).toMatchObject({ state: "underInquiry" });
});

test("the second silence puts it before the oversight board", async () => {
  await world.play(report, [{ by: "ines", event: "agency.requestReply" }]);
  await world.travelTo(dayAfter((await world.remembered("ines", report)).dues.agencyReply));
  expect(await board()).toContain(report.reference);
  expect(world.rows("SELECT duty, count FROM Escalation WHERE duty = 'agencyReply' ORDER BY count")).toEqual([
    { duty: "agencyReply", count: 1 },
    { duty: "agencyReply", count: 2 },
  ]);
  const told = (await world.box(report)).missed.filter(({ duty }) => duty === "agencyReply");
  expect(told.map(({ owner }) => owner)).toEqual(["authority", "authority"]);
});

test("maladministration ends in a recommendation, never in a plain decision", async () => {
  await world.play(report, [{ by: "ines", event: "evidence.seal" }, REASONED("ines", "provisional.issue")]);
  await world.write(report, "comment.received", "We agree with the provisional findings.");
  const findings = { codes: { ...STANDARDS, outcome: "MALADMINISTRATION" }, findings: REASONS };
  await world.play(report, [
    { by: "ines", event: "findings.submit", ...findings },
    { by: "viktor", event: "review.approve" },
  ]);
  const outcome = { ...STANDARDS, outcome: "MALADMINISTRATION" };
  const told = { decision: REASONS, notice: "We recommend that the authority decides anew and gives reasons." };
  await expect(world.act("olga", report, { event: "decision.issue", codes: outcome, ...told })).rejects.toMatchObject(
    refusedBy("noOutcome"),
  );
  const codes = { ...outcome, recommendations: ["REASONS", "RECONSIDER"] };
  expect(await world.act("olga", report, { event: "recommendation.issue", codes, ...told })).toMatchObject({
    state: "recommendationIssued",
  });
});

test("after three months of silence a special report is published, by two people who checked it", async () => {
  const { dues } = await world.remembered("ines", report);
  expect(dues.recommendationIssued).toBe(addMonths(world.day, 3));
  await world.travelTo(dayAfter(dues.recommendationIssued));
  expect((await world.box(report)).state).toBe("specialReportPending");
  await expect(world.act("olga", report, { event: "specialReport.publish" })).rejects.toMatchObject(
    refusedBy("noProposal"),
  );
  await world.play(report, [PROPOSED("viktor", "specialReport.publish")]);
  await expect(
    world.act("olga", report, { event: "specialReport.publish", codes: { attest: [] } }),
  ).rejects.toMatchObject(refusedBy("noAttestation"));
  expect(
    await world.act("olga", report, {
      event: "specialReport.publish",
      codes: { attest: ["ID_SAFE", "PUBLICATION_CHECKED"] },
    }),
  ).toMatchObject({ state: "concluded" });
});

test("nothing waited forever, and the exporter's trade secret stands nowhere in what an outsider can check", async () => {
  const exported = await requireSoundExport(world.who("tara"), report.case);
  expect(JSON.stringify(exported)).not.toContain(SECRET);
  const { dues } = await world.remembered("olga", report);
  expect(Object.values(dues).every((day) => day >= world.day)).toBe(true);
  expect(dues.concluded).toBeDefined();
});
