import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { FINDINGS, INQUIRY, OPENED, PROPOSED, REASONED, REASONS, STANDARDS } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
const GROUP = "Lake Valley Residents";
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "complaint", answers: { summary: "Cameras over the valley.", standing: GROUP } });
  await world.play(report, [...OPENED("tara"), ...INQUIRY("tara", "complaint")]);
});
afterAll(() => world?.stop());

test("a withdrawal waits seven days, and the reporter sees the day", async () => {
  await world.write(report, "reporter.withdraw", "We withdraw all. Do not write.");
  const { standing } = await world.box(report);
  expect(standing).toEqual({
    state: "withdrawalRequested",
    since: world.day,
    confirmedFrom: addDays(world.day, 7),
  });
  await expect(world.act("olga", report, { event: "withdrawal.confirm" })).rejects.toMatchObject(refusedBy("tooEarly"));
  await world.act("olga", report, { event: "office.message", message: "Which bird do you see from your window?" });
});

test("after the pause nobody confirms it without having asked about pressure", async () => {
  await world.write(report, "reporter.message", "None. We withdraw.");
  await world.travelTo(addDays(world.day, 7));
  await expect(world.act("olga", report, { event: "withdrawal.confirm", codes: { attest: [] } })).rejects.toMatchObject(
    refusedBy("noAttestation"),
  );
});

test("two people continue in the public interest: the group is unlinked and what follows is under new keys", async () => {
  const carryOn = "withdrawal.continueInPublicInterest";
  await expect(world.play(report, [REASONED("olga", carryOn)])).rejects.toMatchObject(refusedBy("noProposal"));
  await world.play(report, [PROPOSED("viktor", carryOn), REASONED("olga", carryOn)]);
  const { snapshot, compartments } = await world.file("olga", report);
  expect([snapshot.value.standing, snapshot.value.procedure]).toEqual(["unlinked", "underInquiry"]);
  expect(compartments.every(({ stale }) => stale)).toBe(true);
  await world.act("olga", report, { event: "key.rewrapped" });
  const after = await world.file("olga", report);
  expect(
    after.compartments
      .filter(({ epoch }) => epoch === 2)
      .map(({ type }) => type)
      .sort(),
  ).toEqual(["correspondence", "deliberation"]);
});

test("the inquiry goes on to a statement, which leaves only if two people attest that it names nobody", async () => {
  await world.play(report, [
    { by: "ines", event: "evidence.seal" },
    { by: "viktor", event: "text.attestSafe", note: "It rests on the register and on the satellite pictures." },
    REASONED("ines", "provisional.issue"),
    { by: "ines", event: "comment.received", note: "The exporter wrote back." },
    ...FINDINGS("PARTLY").slice(1),
    { by: "viktor", event: "review.approve" },
  ]);
  const codes = { ...STANDARDS, outcome: "PARTLY", recommendations: ["CONDITION"] };
  const notice = "We published a statement. It names nobody.";
  await world.act("olga", report, { event: "decision.issue", codes, decision: REASONS, notice });
  await world.play(report, [PROPOSED("olga", "statement.publish")]);
  const publish = (attest: string[]) => world.act("viktor", report, { event: "statement.publish", codes: { attest } });
  await expect(publish(["PUBLICATION_CHECKED"])).rejects.toMatchObject(refusedBy("notPublishable"));
  expect(await publish(["ID_SAFE", "PUBLICATION_CHECKED"])).toMatchObject({ state: "concluded" });
  const exported = await requireSoundExport(world.who("tara"), report.case);
  expect(JSON.stringify(exported)).not.toContain(GROUP);
});

test("the group can come back with the same words, and reads what it was written meanwhile", async () => {
  await world.write(report, "reporter.rejoin");
  const box = await world.box(report);
  expect(box.standing.state).toBe("participating");
  expect(await box.bodies()).toContainEqual({ text: "We published a statement. It names nobody." });
});
