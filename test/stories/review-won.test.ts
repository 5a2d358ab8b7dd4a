import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, addMonths } from "~workflows";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { dayAfter } from "./support/clock";
import { CLOSED_AS, GRANTED, OPENED, REASONED, TEAM } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
const asked = (reason: string) => world.write(report, "review.request", "The product is on the list.", { reason });
beforeAll(async () => {
  world = await openWorld();
  report = await world.report({ kind: "grievance", answers: { summary: "They say it needs no licence." } });
  await world.play(report, [...OPENED("tara"), ...TEAM, ...CLOSED_AS("OUT_OF_MANDATE")]);
});
afterAll(() => world?.stop());

test("on day 59 a review is asked for, and only a reviewer who took no step in the case can open it", async () => {
  await world.travelTo(addDays(world.day, 59));
  expect(await asked("procedure")).toMatchObject({ state: "reviewRequested" });
  await expect(world.play(report, [REASONED("viktor", "review.grant")])).rejects.toMatchObject(refusedBy("notFresh"));
  await world.play(report, GRANTED("viktor", "vera", "reviewer"));
  expect(await world.play(report, [REASONED("vera", "review.grant")])).toBe("preliminaryAssessment");
});

test("a pending appeal puts the case to rest, and six months later it wakes by itself", async () => {
  expect(await world.play(report, [REASONED("tom", "admissibility.suspend")])).toBe("suspendedSubJudice");
  const { dues } = await world.remembered("tom", report);
  expect(dues.suspendedSubJudice).toBe(addMonths(world.day, 6));
  await world.travelTo(dayAfter(dues.suspendedSubJudice));
  expect((await world.box(report)).state).toBe("preliminaryAssessment");
});

test("on day 61 a review is refused, the date is shown, and new facts still open the door", async () => {
  expect(await world.play(report, CLOSED_AS("OUT_OF_MANDATE", "tom"))).toBe("closed");
  const closed = world.day;
  await world.travelTo(addDays(closed, 61));
  await expect(asked("facts")).rejects.toMatchObject(refusedBy("windowOver"));
  const { milestones } = await world.box(report);
  expect(milestones.find(({ id }) => id === "review")).toMatchObject({ day: addDays(closed, 60), state: "done" });
  expect(await asked("newFacts")).toMatchObject({ state: "reviewRequested" });
  await requireSoundExport(world.who("tara"), report.case);
});
