import { afterAll, beforeAll, expect, test } from "vitest";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { CLOSED_AS, GRANTED, OPENED, REASONED } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let one: SentReport;
let two: SentReport;
let three: SentReport;
const complaint = (summary: string) => world.report({ kind: "complaint", answers: { summary } });
beforeAll(async () => {
  world = await openWorld();
  one = await complaint("Group one.");
  two = await complaint("Group two.");
  three = await complaint("Group three.");
  for (const report of [one, two, three])
    await world.play(report, [
      ...OPENED("tara"),
      ...GRANTED("tara", "viktor", "reviewer"),
      ...GRANTED("tara", "olga", "ombudsperson"),
    ]);
});
afterAll(() => world?.stop());

/** What the holder of a receipt gets from the server, without the token of the hour. */
async function seenBy(report: SentReport) {
  const { client: _client, headers: _headers, bodies: _bodies, ...answer } = await world.box(report);
  return answer;
}

const JOIN = (lead: SentReport) => REASONED("tara", "consolidation.propose", { lead: lead.case });
const APPROVE = {
  by: "viktor",
  event: "review.approve",
  role: "reviewer" as const,
  notice: "What you wrote about is read together with what we know of the same export. You keep your own mailbox.",
};

test("two groups are joined to the first, and the first cannot tell that anybody else exists", async () => {
  const before = await seenBy(one);
  for (const report of [two, three]) expect(await world.play(report, [JOIN(one), APPROVE])).toBe("consolidated");
  expect(await seenBy(one)).toEqual(before);
});

test("no mailbox holds a trace of another: no id, no reference, no number", async () => {
  const all = [one, two, three];
  for (const mine of all) {
    const seen = JSON.stringify(await seenBy(mine));
    for (const other of all.filter((each) => each !== mine)) {
      expect(seen).not.toContain(other.case);
      expect(seen).not.toContain(other.reference);
    }
  }
  expect(Object.keys(await seenBy(two)).sort()).toEqual(Object.keys(await seenBy(one)).sort());
});

test("joins do not chain: a lead joins nobody, and nobody joins a case that is joined itself", async () => {
  await expect(world.play(one, [JOIN(two)])).rejects.toMatchObject(refusedBy("leadConsolidated"));
  const four = await complaint("Group four.");
  await world.play(four, OPENED("tara"));
  await expect(world.play(one, [JOIN(four)])).rejects.toMatchObject(refusedBy("leadHasChildren"));
  await expect(world.play(four, [JOIN(two)])).rejects.toMatchObject(refusedBy("leadConsolidated"));
  await expect(world.play(four, [JOIN(four)])).rejects.toMatchObject(refusedBy("leadIsSelf"));
});

test("a person who has only one of two cases cannot join them, and learns nothing by trying", async () => {
  const alone = await world.report({ kind: "complaint", answers: {} }, ["tom"]);
  await world.play(alone, [
    { by: "tom", event: "conflict.declareNone" },
    { by: "tom", event: "case.acknowledge", codes: { recused: [] }, message: "We have it." },
  ]);
  const otto = await world.report({ kind: "complaint", answers: {} }, ["otto"]);
  await world.play(alone, GRANTED("tom", "viktor", "reviewer"));
  const join = (lead: string) => world.play(alone, [REASONED("tom", "consolidation.propose", { lead })]);
  await expect(join(otto.case)).rejects.toMatchObject(refusedBy("noLead"));
  await expect(join("0".repeat(32))).rejects.toMatchObject(refusedBy("noLead"));
});

test("where the facts of one part ways, it goes on by itself", async () => {
  expect(await world.play(three, [REASONED("olga", "case.separate")])).toBe("preliminaryAssessment");
  expect((await world.remembered("tara", three)).lead).toBeNull();
});

test("one end for those who are joined, each told in their own mailbox, and not for the one that went on", async () => {
  expect(await world.play(one, CLOSED_AS("SETTLED"))).toBe("closed");
  expect([(await seenBy(one)).state, (await seenBy(two)).state]).toEqual(["closed", "closed"]);
  expect((await seenBy(three)).state).toBe("preliminaryAssessment");
  for (const report of [one, two, three]) {
    const notices = (await seenBy(report)).items.filter(({ kind }) => kind === "notice");
    expect(notices).toHaveLength(1);
    await requireSoundExport(world.who("tara"), report.case);
  }
});
