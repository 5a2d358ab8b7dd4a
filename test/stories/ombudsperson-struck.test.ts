import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "../../prisma/seed/acts";
import type { SentReport } from "../../prisma/seed/report";
import { requireSoundExport } from "../verify/support";
import { FINDINGS, GRANTED, REASONS, STANDARDS } from "./support/steps";
import { openWorld, refusedBy, type World } from "./support/world";

let world: World;
let report: SentReport;
beforeAll(async () => {
  world = await openWorld();
  const struck = [world.who("olga").id];
  report = await world.report({ kind: "tip", answers: { summary: "She signed it." }, struck }, ["tara", "tom", "otto"]);
  for (const by of ["tara", "tom", "otto"]) await world.act(by, report, { event: "conflict.declareNone" });
  await world.act("tara", report, { event: "case.acknowledge", codes: { recused: struck }, message: "We have it." });
});
afterAll(() => world?.stop());

/** Every page and answer of the office that could tell Olga of the case. */
async function seenByOlga(): Promise<string> {
  const { client } = world.who("olga");
  const pages = ["/desk", "/desk/team", "/admin/oversight", "/admin/retention", "/admin/notices", "/api/v1/cases"];
  const answers = pages.map(async (path) => {
    const response = await fetch(client.base + path, { headers: { Cookie: client.cookie } });
    expect(response.status).toBe(200);
    return response.text();
  });
  return (await Promise.all(answers)).join("\n");
}

async function expectHidden() {
  const { rows, counts } = await world.queue("olga");
  expect([rows, Object.values(counts)]).toEqual([[], [0, 0, 0, 0]]);
  const { client } = world.who("olga");
  for (const path of ["", "/export"])
    await expect(client.call("GET", `/api/v1/cases/${report.case}${path}`)).rejects.toMatchObject({ status: 404 });
  const seen = await seenByOlga();
  expect(seen).not.toContain(report.case);
  expect(seen).not.toContain(report.reference);
}

test("nobody can put the struck ombudsperson on the case, and she sees no row, no count and no line of it", async () => {
  const olga = world.who("olga");
  for (const by of ["tara", "tom", "otto"])
    await expect(
      world.act(by, report, { event: "access.grant", codes: { role: "ombudsperson" }, grant: olga }),
    ).rejects.toMatchObject(refusedBy("targetRecused"));
  await expectHidden();
});

test("the alternate assigns and decides in her place, and no decision of hers is taken", async () => {
  await world.act("tara", report, { event: "triage.setTier", codes: { tier: "T2" }, triage: { F1: 3 } });
  await world.play(report, GRANTED("tara", "viktor", "reviewer"));
  await world.act("tara", report, { event: "triage.admit", codes: { minimum: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"] } });
  await world.act("otto", report, { event: "investigator.assign", grant: world.who("ines") });
  await world.play(report, [
    { by: "ines", event: "conflict.declareNone" },
    ...FINDINGS("SUBSTANTIATED"),
    { by: "viktor", event: "review.approve" },
  ]);
  const decision = {
    event: "decision.issue",
    codes: { ...STANDARDS, outcome: "SUBSTANTIATED" },
    decision: REASONS,
    notice: "Your report was right.",
  };
  await expect(world.act("olga", report, { ...decision, codes: {} })).rejects.toMatchObject({ status: 404 });
  // Not even with the file in hand that somebody showed her: the act itself is hers, and the case is not.
  const spy = { ...world.who("olga"), client: world.who("otto").client };
  await expect(perform(world.office, spy, report.case, decision)).rejects.toMatchObject(refusedBy("badSignature"));
  expect(await world.act("otto", report, decision)).toMatchObject({ state: "concluded" });
  await expectHidden();
});

test("whoever checks the case later sees from the chain who was kept out and since when", async () => {
  const exported = await requireSoundExport(world.who("viktor"), report.case);
  const first = exported.acts.find(({ text }) => text.includes('"recused"'));
  expect(JSON.parse(first?.text ?? "{}")).toMatchObject({
    event: "case.acknowledge",
    codes: { recused: [world.who("olga").id] },
  });
});
