import { afterAll, beforeAll, expect, test } from "vitest";
import { addMonths } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { ANSWERED, OPENED, PROPOSED, REASONED, REASONS, STANDARDS, TAKEN_UP, TEAM } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
const SUSPEND = [PROPOSED("viktor", "interim.recommend"), REASONED("olga", "interim.recommend")];
const region = async (name: string) => (await world.file("olga", report)).snapshot.value[name as "urgency"];
beforeAll(async () => {
  world = await openWorld();
  const files = [{ name: "traces.bin", type: "", bytes: new Uint8Array(70_000).fill(3) }];
  const story = { kind: "complaint" as const, answers: { summary: "She is in hiding." }, urgent: true, files };
  report = await world.report(story);
});
afterAll(() => world?.stop());

test("an urgent report is told to those who can open it at once, and its clocks are the shortest", async () => {
  const notices = world.rows("SELECT DISTINCT reason FROM Notice WHERE caseId = ?", report.case);
  expect(notices).toEqual([{ reason: "urgent" }]);
  const { dues, at } = await world.remembered("tara", report);
  expect([at.urgency, at.evidence, dues.urgency]).toEqual(["flagged", "collecting", world.day]);
  expect((await world.queue("tom")).rows[0]).toMatchObject({ case: report.case, urgent: true });
});

test("one person may tell the emergency contact the least that is needed; a second has to stand by it", async () => {
  await world.play(report, [...OPENED("tara", "T1"), ...TEAM]);
  await expect(world.act("olga", report, { event: "urgent.authorise" })).rejects.toMatchObject(
    refusedBy("noRationale"),
  );
  await world.play(report, [REASONED("olga", "urgent.authorise")]);
  expect(await region("urgency")).toBe("acted");
  await expect(world.act("olga", report, { event: "urgent.ratify" })).rejects.toMatchObject(refusedBy("samePerson"));
  await world.play(report, [{ by: "viktor", event: "urgent.ratify" }]);
  expect(await region("urgency")).toBe("normal");
});

test("feedback can be put off once, with reasons and before its day; the next notice is the feedback", async () => {
  const put = { ...REASONED("olga", "feedback.extend"), message: "We need until May: the check abroad takes long." };
  await world.play(report, [put]);
  const { at, dues, feedbackFrom } = await world.remembered("olga", report);
  expect([at.statutoryClock, dues.feedback]).toEqual(["feedbackExtended", addMonths(feedbackFrom ?? "", 6)]);
  await expect(world.play(report, [put])).rejects.toMatchObject(refusedBy("notInThisState"));
  await world.play(report, TAKEN_UP("tara", "complaint"));
  expect(await region("statutoryClock")).toBe("feedbackGiven");
});

test("the authority is asked to suspend, and its no is on record", async () => {
  await expect(world.play(report, [REASONED("olga", "interim.recommend")])).rejects.toMatchObject(
    refusedBy("noProposal"),
  );
  await world.play(report, SUSPEND);
  expect(await region("interim")).toBe("recommended");
  await world.play(report, [ANSWERED("ines", "authority.decline")]);
  expect(await region("interim")).toBe("declined");
});

test("an end-use check needs consent, and what it finds is one of the published results", async () => {
  const check = REASONED("ines", "endUseCheck.request");
  await expect(world.play(report, [check])).rejects.toMatchObject(refusedBy("noConsent"));
  await world.write(report, "consent.give", null, { purpose: "authority" });
  expect(await world.play(report, [check])).toBe("endUseCheckPending");
  await expect(world.play(report, [ANSWERED("ines", "endUseCheck.result")])).rejects.toMatchObject(
    refusedBy("noResult"),
  );
  const result = ANSWERED("ines", "endUseCheck.result", { result: "DIVERTED" });
  expect(await world.play(report, [result])).toBe("underInquiry");
});

test("with the provisional findings it is asked again; the statement is published by two people", async () => {
  await world.play(report, [
    { by: "ines", event: "evidence.seal" },
    { by: "viktor", event: "text.attestSafe", note: "No trace in it leads to her." },
    REASONED("ines", "provisional.issue"),
    ...SUSPEND,
  ]);
  expect(await region("interim")).toBe("recommended");
  const codes = { ...STANDARDS, outcome: "CONCERN_UPHELD" };
  await world.play(report, [
    ANSWERED("ines", "comment.received"),
    { by: "ines", event: "findings.submit", codes, findings: REASONS },
    { by: "viktor", event: "review.approve" },
    {
      by: "olga",
      event: "decision.issue",
      codes: { ...codes, recommendations: ["REVOKE", "SUSPEND"] },
      decision: REASONS,
      notice: "Your concern is upheld. We recommend that the licence is revoked.",
    },
    PROPOSED("olga", "statement.publish"),
    { by: "viktor", event: "statement.publish" },
    { by: "olga", event: "followup.open" },
  ]);
  expect((await world.box(report)).state).toBe("followUp");
});

test("the follow-up goes on until somebody can say that it was done", async () => {
  const { day } = world;
  await world.travelTo(addMonths(day, 12));
  const asked = world.acts(report).filter(({ codes }) => codes.duty === "followUp");
  expect(asked.length).toBeGreaterThan(0);
  await world.play(report, [
    ANSWERED("ines", "followup.record", { implementation: "implemented" }),
    REASONED("ines", "closure.propose", { ground: "IMPLEMENTED" }),
    { by: "viktor", event: "review.approve", role: "reviewer", notice: "The licence was revoked." },
  ]);
  const box = await world.box(report);
  expect(box.state).toBe("closed");
  expect(await box.bodies()).toContainEqual({ text: "The licence was revoked." });
  await requireSoundExport(world.who("tara"), report.case);
});
