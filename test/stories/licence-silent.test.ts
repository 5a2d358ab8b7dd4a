import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths, addWorkingDays } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { dayAfter, quarterOf } from "./support/clock";
import { ANSWERED, ASKED_AUTHORITY, INQUIRY, OPENED, REASONED, REASONS, STANDARDS } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({
    kind: "grievance",
    answers: { summary: "Our application has been silent for months." },
  });
  await world.play(report, [...OPENED("tara"), ...INQUIRY("tara", "grievance")]);
});
afterAll(() => world?.stop());

test("the authority is asked only with the exporter's consent, and has twenty working days", async () => {
  await expect(world.act("ines", report, { event: "agency.requestReply" })).rejects.toMatchObject(
    refusedBy("noConsent"),
  );
  expect(await world.play(report, ASKED_AUTHORITY)).toBe("agencyReply");
  const { dues } = await world.remembered("ines", report);
  expect(dues.agencyReply).toBe(addWorkingDays(world.day, 20));
});

test("the reply goes to the exporter for observations, and the inquiry goes on with them", async () => {
  expect(await world.play(report, [ANSWERED("ines", "agency.reply")])).toBe("observations");
  expect((await world.box(report)).open).toContain("reporter.reply");
  expect(await world.write(report, "reporter.reply", "They name no reason either.")).toMatchObject({
    state: "underInquiry",
  });
});

test("a friendly solution needs both sides, a second pair of eyes and the ombudsperson", async () => {
  const proposal = REASONED("olga", "solution.propose");
  await expect(world.play(report, [proposal])).rejects.toMatchObject(refusedBy("noNotice"));
  const notice = "We proposed to the authority: a decision within fifteen working days, with reasons. Do you agree?";
  expect(await world.play(report, [{ ...proposal, notice }])).toBe("solutionPending");
  await world.write(report, "reporter.acceptSolution", "We agree.");
  await expect(world.play(report, [REASONED("olga", "solution.record")])).rejects.toMatchObject(
    refusedBy("notBothAccepted"),
  );
  await world.play(report, [ANSWERED("ines", "agency.acceptSolution")]);
  expect(await world.play(report, [REASONED("olga", "solution.record")])).toBe("decisionReview");
  await expect(world.act("olga", report, { event: "review.approve", role: "ombudsperson" })).rejects.toMatchObject(
    refusedBy("notYourRole"),
  );
  expect(await world.play(report, [{ by: "viktor", event: "review.approve" }])).toBe("decisionPending");
  const codes = { ...STANDARDS, outcome: "SOLUTION" };
  const decision = { event: "decision.issue", codes, decision: REASONS, notice: "The solution is agreed." };
  expect(await world.act("olga", report, decision)).toMatchObject({ state: "concluded" });
});

test("what was agreed is followed up by a day that is set, and the authority's silence is written down and counted", async () => {
  await world.play(report, [{ by: "olga", event: "followup.open" }]);
  const { dues, outcome } = await world.remembered("olga", report);
  expect([outcome, dues.followUp]).toEqual(["SOLUTION", addMonths(world.day, 6)]);
  await world.travelTo(dayAfter(dues.followUp));
  const box = await world.box(report);
  expect(box.state).toBe("followUp");
  expect(box.missed.find(({ duty }) => duty === "followUp")).toMatchObject({ owner: "authority", due: dues.followUp });
  expect(world.counter(`missed.authority.followUp.grievance.${quarterOf(world.day)}`)).toBe(1);
  await world.play(report, [ANSWERED("ines", "followup.record", { implementation: "implemented" })]);
  await requireSoundExport(world.who("tara"), report.case);
});
