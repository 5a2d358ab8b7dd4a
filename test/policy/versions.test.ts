import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "~/platform/database.server";
import { changePolicy, policyChangeSchema } from "~/services/policy/change-policy.server";
import { currentPolicy, PolicyVersionError, policyAt, weightsAt } from "~/services/policy/current-policy.server";
import { readPolicies } from "~/services/policy/read-policies.server";
import { DEADLINE_LINES } from "~workflows/policy";
import { ADA, OLGA, openOffice, TARA } from "./support/office";

const REASON = "Two colleagues are on leave until spring.";
let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await openOffice());
});
afterEach(() => close());

const change = (entries: Record<string, unknown>, policy: "deadlines" | "tiers" = "deadlines") =>
  changePolicy(OLGA, { policy, entries, reason: REASON });
const rows = () => db.policyVersion.count();

test("until the office changes something, the published deadlines and weights hold", async () => {
  expect(await currentPolicy("deadlines")).toEqual({ version: "deadlines@1", entries: DEADLINE_LINES });
  expect((await currentPolicy("tiers")).entries).toMatchObject({ F1: 3, F12: 2 });
});

test("a change holds from now on, and a case keeps the version that it started with", async () => {
  const started = await currentPolicy("deadlines");
  expect(await change({ admitted: ["1wd", "2wd", "4wd", "8wd"] })).toEqual({ version: "deadlines@1+1" });
  const next = await currentPolicy("deadlines");
  expect(next.entries.admitted).toEqual(["1wd", "2wd", "4wd", "8wd"]);
  expect(next.entries.quarantined).toEqual(DEADLINE_LINES.quarantined);
  await change({ admitted: ["1wd", "3wd", "9wd", "9wd"], interim: ["20d", "20d", "20d", "20d"] });
  expect((await policyAt(started.version)).entries.admitted).toEqual(DEADLINE_LINES.admitted);
  expect(await policyAt(next.version)).toEqual(next);
  expect((await currentPolicy("deadlines")).version).toBe("deadlines@1+2");
});

test("what was changed before stays changed when something else changes, and can be changed back", async () => {
  await change({ admitted: ["1wd", "2wd", "4wd", "8wd"] });
  await change({ concluded: ["1wd", "1wd", "1wd", "1wd"] });
  expect((await currentPolicy("deadlines")).entries).toMatchObject({
    admitted: ["1wd", "2wd", "4wd", "8wd"],
    concluded: ["1wd", "1wd", "1wd", "1wd"],
  });
  await change({ admitted: DEADLINE_LINES.admitted });
  const last = await db.policyVersion.findFirstOrThrow({ orderBy: { number: "desc" } });
  expect(JSON.parse(last.text)).toEqual({ concluded: ["1wd", "1wd", "1wd", "1wd"] });
});

test("weights have versions of their own", async () => {
  expect(await change({ F2: 5 }, "tiers")).toEqual({ version: "tiers@1+1" });
  expect((await currentPolicy("tiers")).entries).toMatchObject({ F1: 3, F2: 5 });
  expect((await weightsAt("tiers@1")).entries.F2).toBe(3);
  expect((await currentPolicy("deadlines")).version).toBe("deadlines@1");
});

test.each([
  "",
  "deadlines",
  "deadlines@",
  "deadlines@2",
  "deadlines@1+1",
  "deadlines@1+",
  "deadlines@1+-1",
  "deadlines@1+99999999999",
  "tiers@1",
  "__proto__@1",
  "deadlines@1; drop table",
])("a version that never was (%j) is an error, not a guess", async (version) => {
  await expect(policyAt(version)).rejects.toThrow(PolicyVersionError);
});

const four = (span: unknown) => [span, span, span, span];
test.each([
  ["an unknown duty", { lunch: four("5d") }, "unknownDuty"],
  ["a duty named after a part of the language", { constructor: four("5d") }, "unknownDuty"],
  ["a prototype", JSON.parse('{"__proto__":["5d","5d","5d","5d"]}'), "unknownDuty"],
  ["three tiers", { admitted: ["1d", "1d", "1d"] }, "fourSpans"],
  ["a fifth tier", { admitted: ["1d", "1d", "1d", "1d", "1d"] }, "fourSpans"],
  ["tiers by name", { admitted: { T1: "1d", T9: "1d" } }, "fourSpans"],
  ["nothing at all", { admitted: null }, "fourSpans"],
  ["a negative span", { admitted: four("-1d") }, "notASpan"],
  ["a huge span", { admitted: four("99999999d") }, "notASpan"],
  ["a span far too long", { admitted: four("9999d") }, "notASpan"],
  ["a number", { admitted: four(5) }, "notASpan"],
  ["a list in a list", { admitted: four(["5d"]) }, "notASpan"],
  ["a unit that is none", { admitted: four("5h") }, "notASpan"],
  ["no time for an answer", { fairComment: ["0d", "10wd", "15wd", "15wd"] }, "noTime"],
  ["a longer acknowledgement", { acknowledgement: ["1d", "3d", "8d", "7d"] }, "statutoryLonger"],
  ["an acknowledgement in working days", { acknowledgement: four("1wd") }, "statutoryLonger"],
  ["feedback after four months", { feedback: four("4m") }, "statutoryLonger"],
  ["feedback after ninety days, which can be longer than three months", { feedback: four("90d") }, "statutoryLonger"],
  ["an extension beyond six months", { feedbackExtended: four("7m") }, "statutoryLonger"],
  ["what holds already", { admitted: DEADLINE_LINES.admitted }, "nothingChanged"],
  ["nothing", {}, "noEntry"],
])("deadlines with %s are refused with the rule, and nothing is written", async (_what, entries, rule) => {
  await expect(change(entries)).rejects.toMatchObject({ status: 400, facts: { rule } });
  expect(await rows()).toBe(0);
});

test("one bad line refuses the whole change", async () => {
  await expect(change({ concluded: four("3d"), admitted: four("x") })).rejects.toMatchObject({
    facts: { rule: "notASpan", duty: "admitted", tier: "T1" },
  });
  expect(await rows()).toBe(0);
});

test.each([
  ["an unknown factor", { F99: 3 }, "unknownFactor"],
  ["zero", { F1: 0 }, "notAWeight"],
  ["a negative weight", { F1: -1 }, "notAWeight"],
  ["more than ten", { F1: 11 }, "notAWeight"],
  ["a fraction", { F1: 1.5 }, "notAWeight"],
  ["text", { F1: "3" }, "notAWeight"],
  ["nothing", { F1: null }, "notAWeight"],
  ["what is not finite", { F1: Number.POSITIVE_INFINITY }, "notAWeight"],
])("weights with %s are refused with the rule, and nothing is written", async (_what, entries, rule) => {
  await expect(change(entries, "tiers")).rejects.toMatchObject({ status: 400, facts: { rule } });
  expect(await rows()).toBe(0);
});

test("statutory limits can be shortened, also in days where the law counts months", async () => {
  await change({ acknowledgement: ["1d", "2d", "5d", "5d"], feedback: four("89d") });
  expect((await currentPolicy("deadlines")).entries).toMatchObject({ feedback: four("89d") });
});

test("nobody but an ombudsperson changes a policy, and a change needs a reason", async () => {
  const entries = { admitted: four("3wd") };
  for (const me of [ADA, TARA]) {
    await expect(changePolicy(me, { policy: "deadlines", entries, reason: REASON })).rejects.toMatchObject({
      status: 403,
    });
  }
  await expect(changePolicy(OLGA, { policy: "deadlines", entries, reason: "   because  " })).rejects.toMatchObject({
    facts: { rule: "noReason" },
  });
  expect(await rows()).toBe(0);
});

test("what was sent is not repeated in the refusal", async () => {
  const planted = "the witness is called Mara";
  for (const entries of [{ [planted]: four("5d") }, { admitted: four(planted) }]) {
    const error = await change(entries).catch((fault: unknown) => fault);
    expect(`${JSON.stringify(error)} ${String(error)}`).not.toContain("Mara");
  }
});

test("a request of another shape does not reach the rules", () => {
  for (const unsafe of [
    { policy: "grounds", entries: {}, reason: REASON },
    { policy: "deadlines", entries: "all", reason: REASON },
    { policy: "deadlines", entries: { ["x".repeat(61)]: four("1d") }, reason: REASON },
    { policy: "deadlines", entries: {}, reason: "x".repeat(2001) },
    { entries: {}, reason: REASON },
  ]) {
    expect(policyChangeSchema.safeParse(unsafe).success).toBe(false);
  }
});

test("changes at the same moment get a number each, and none is lost", async () => {
  const duties = ["admitted", "concluded", "interim", "measures", "rewrap"];
  const made = await Promise.all(duties.map((duty) => change({ [duty]: four("3d") })));
  expect(made.map(({ version }) => version).sort()).toEqual(duties.map((_, nth) => `deadlines@1+${nth + 1}`));
  const { entries } = await currentPolicy("deadlines");
  for (const duty of duties) expect(entries[duty]).toEqual(four("3d"));
});

test("a number is never taken twice: when others keep being first, the change is refused in words", async () => {
  await change({ admitted: four("3d") });
  // Somebody else's row stands there before ours, every time.
  await db.$executeRawUnsafe(`CREATE TRIGGER first BEFORE INSERT ON PolicyVersion WHEN NEW.reason <> 'other' BEGIN
    INSERT INTO PolicyVersion VALUES (NEW.policy, NEW.number, '{}', 'other', 'other', NEW.day); END`);
  await expect(change({ admitted: four("4d") })).rejects.toMatchObject({
    status: 409,
    facts: { rule: "changedMeanwhile" },
  });
  await db.$executeRawUnsafe("DROP TRIGGER first");
  expect((await currentPolicy("deadlines")).version).toBe("deadlines@1+1");
  expect(await change({ admitted: four("4d") })).toEqual({ version: "deadlines@1+2" });
});

test("the page shows what is the office's own, who changed it and why, and is for two roles only", async () => {
  await change({ admitted: four("3wd") });
  await change({ F1: 4 }, "tiers");
  const view = await readPolicies(ADA, "en");
  expect(view.mayChange).toBe(false);
  expect(view.policies.find(({ id }) => id === "deadlines")).toMatchObject({ version: 1, own: 1 });
  expect(view.deadlines.filter(({ spans, published }) => spans.join() !== published.join())).toEqual([
    { duty: "admitted", spans: four("3wd"), published: DEADLINE_LINES.admitted, isStatutory: false },
  ]);
  expect(view.weights.filter(({ weight, published }) => weight !== published)).toEqual([
    { factor: "F1", weight: 4, published: 3 },
  ]);
  expect(view.changes.map(({ reason }) => reason)).toEqual([REASON, REASON]);
  await expect(readPolicies(TARA, "en")).rejects.toMatchObject({ status: 404 });
});
