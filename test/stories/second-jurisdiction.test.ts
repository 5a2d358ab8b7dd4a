import { afterAll, beforeAll, expect, test } from "vitest";
import { generateKeyPair } from "~crypto/keys";
import { addMonths, addWorkingDays } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { packageOf } from "../support/package-of";
import { requireSoundExport } from "../verify/support";
import { ANSWERED, CLOSED_AS, OPENED, PROPOSED, TEAM } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
const OPEN = { by: "tara", event: "coordination.open" };
const TRANSFER = { by: "olga", event: "coordination.transfer" };
/** The transfer with a package that was made for the other office's key, as the desk makes it. */
async function packed() {
  const to = await generateKeyPair({ name: "Office of Country B", now: world.office.now() });
  const letter = "Please take this over; what we may share is with it.";
  const { made } = await packageOf(world.who("olga"), report.case, to.publicKey, {
    letter,
    report: true,
  });
  return { ...TRANSFER, handover: made };
}
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "complaint", answers: { summary: "The exporter moved to country B." } });
  await world.play(report, [...OPENED("tara"), ...TEAM]);
});
afterAll(() => world?.stop());

test("nothing goes to another office without consent, and consent that is taken back counts no more", async () => {
  await expect(world.play(report, [OPEN])).rejects.toMatchObject(refusedBy("noConsent"));
  await world.write(report, "consent.give", null, { purpose: "referral" });
  await world.write(report, "consent.withdraw", null, { purpose: "referral" });
  await expect(world.play(report, [OPEN])).rejects.toMatchObject(refusedBy("noConsent"));
  await world.write(report, "consent.give", null, { purpose: "referral", until: addMonths(world.day, 6) });
  expect(await world.play(report, [OPEN])).toBe("coordination");
  expect((await world.remembered("tara", report)).dues.coordination).toBe(addMonths(world.day, 2));
});

test("a transfer takes two people, and the office that was asked has a day to answer by", async () => {
  await expect(world.play(report, [TRANSFER])).rejects.toMatchObject(refusedBy("noProposal"));
  await world.play(report, [PROPOSED("tara", "coordination.transfer")]);
  await expect(world.play(report, [TRANSFER])).rejects.toMatchObject(refusedBy("noHandover"));
  const transfer = await packed();
  expect(await world.play(report, [transfer])).toBe("referralInProgress");
  expect(world.acts(report).at(-1)?.codes).toMatchObject({
    package: transfer.handover.digest,
    recipient: transfer.handover.recipient,
    handed: ["letter", "report"],
  });
  expect((await world.box(report)).items.at(-1)?.kind).toBe("transfer");
  expect((await world.remembered("tara", report)).dues.referralInProgress).toBe(addWorkingDays(world.day, 20));
});

test("a refusal brings it back to people here, and sending it again is the same case with the same words", async () => {
  expect(await world.play(report, [ANSWERED("tara", "referral.reject")])).toBe("preliminaryAssessment");
  await world.play(report, [OPEN, PROPOSED("tara", "coordination.transfer"), await packed()]);
  expect(await world.play(report, [ANSWERED("tara", "referral.accept")])).toBe("referredMonitoring");
  const box = await world.box(report);
  expect([box.case, box.state]).toEqual([report.case, "referredMonitoring"]);
});

test("what the other office decides comes back here before anything is closed", async () => {
  expect((await world.file("tara", report)).open.map(({ event }) => event)).not.toContain("review.approve");
  expect(await world.play(report, [ANSWERED("tara", "referral.outcome")])).toBe("preliminaryAssessment");
  expect(await world.play(report, CLOSED_AS("REFERRED"))).toBe("closed");
  await requireSoundExport(world.who("tara"), report.case);
});
