import { expect, test } from "vitest";
import { type ActAnswers, findActFaults, NO_ANSWERS } from "~/desk/act-answers";
import { draftCodes } from "~/desk/act-codes";
import { draftItems } from "~/desk/act-items";
import type { CaseRecord, OpenAct, Tier } from "~/desk/records";
import { factorsOf, OVERRIDES, TIER_POLICY, tierOf } from "~/desk/tier-policy";
import { tierChoices } from "~/desk/triage/choices";
import { pointsOfFlags, resultOf, rulesOf, type TriageDraft, triageOf, withTriage } from "~/desk/triage/draft";
import { readSheet } from "~/desk/triage/read-sheet";
import { sha256Hex } from "~crypto/bytes";
import { canonicalJson, type JsonValue } from "~crypto/canonical";

const ME = "a".repeat(32);
const COLLEAGUE = "b".repeat(32);
const SALT = "c".repeat(32);

type Plan = { kind?: CaseRecord["kind"]; tier?: Tier | null; by?: string; protection?: string; tierPolicy?: object };

function caseOf({ kind = "tip", tier = null, by = ME, protection = "unassessed", tierPolicy }: Plan = {}): CaseRecord {
  const acts = tier ? [{ event: "triage.setTier", actor: by }] : [];
  const snapshot = { value: { protection }, context: { proposals: {} } };
  return {
    kind,
    tier,
    acts,
    snapshot,
    today: "2026-11-23",
    ...(tierPolicy && { tierPolicy }),
  } as unknown as CaseRecord;
}

/** A sheet with these values and a reason on every line. */
function filled(record: CaseRecord, values: Record<string, number>, change: Partial<TriageDraft> = {}): ActAnswers {
  const ids = factorsOf(record.kind).map(({ id }) => id);
  const all = Object.fromEntries(ids.map((id) => [id, values[id] ?? 0]));
  const whys = Object.fromEntries(ids.map((id) => [id, `Page 4 says so about ${id}.`]));
  const answers = { ...NO_ANSWERS, ...withTriage(record, ME, NO_ANSWERS, { values: all, whys, ...change }) };
  return { ...answers, tier: resultOf(record, triageOf(answers)).computed };
}

const setTier = { event: "triage.setTier", needs: ["tier", "triage", "commitment"] } as unknown as OpenAct;
const sheetOf = (record: CaseRecord, answers: ActAnswers) =>
  draftItems(setTier, answers, record, SALT)[0]?.body as { [key: string]: JsonValue };
const closedFor = (record: CaseRecord, computed: Tier) =>
  Object.fromEntries(tierChoices(record, ME, computed).map(({ tier, closed, waits }) => [tier, closed ?? waits]));

test("a tier follows from points times weight, and each rule above the score lifts it to its own floor", () => {
  const high = { F1: 4, F2: 3, F3: 2, F4: 1 };
  expect([tierOf("tip", { F1: 3 }, []), tierOf("tip", { F1: 3, F4: 1 }, []), tierOf("tip", high, [])]).toEqual([
    "T4",
    "T3",
    "T2",
  ]);
  expect(OVERRIDES.map((rule) => tierOf("tip", {}, [rule]))).toEqual(["T1", "T2", "T2", "T2"]);
  expect(tierOf("tip", { ...high, F5: 3 }, ["O2"])).toBe("T1");
});

test("an office's own weights change the sum, and the sheet names their version", () => {
  const tierPolicy = { version: "tiers@1+2", entries: { F1: 10 } };
  const [published, own] = [caseOf(), caseOf({ tierPolicy })];
  expect(sheetOf(published, filled(published, { F1: 2 }))).toMatchObject({ policy: TIER_POLICY, score: 6 });
  const sheet = sheetOf(own, filled(own, { F1: 2, F2: 1 }));
  expect(sheet).toMatchObject({ policy: "tiers@1+2", score: 23, computed: "T2" });
  expect(readSheet(sheet, "tip").follows).toBe(true);
});

test("the number of confirmed red flags gives the points of F6", () => {
  expect([0, 1, 2, 3, 5, 6].map(pointsOfFlags)).toEqual([0, 1, 1, 2, 2, 3]);
  const record = caseOf();
  const sheet = readSheet(sheetOf(record, filled(record, {}, { flags: ["RF-16", "RF-02", "RF-30"] })), "tip");
  expect(sheet.flags).toEqual(["RF-02", "RF-16", "RF-30"]);
  expect(sheet.lines.find(({ factor }) => factor === "F6")).toMatchObject({ points: 2, weight: 1 });
});

test("delay and misuse count for grievances alone; a small firm adds one point, never more than the most", () => {
  const grievance = caseOf({ kind: "grievance" });
  const misuse = (value: number, plusOne: boolean) =>
    readSheet(sheetOf(grievance, filled(grievance, { F12: value }, { plusOne })), "grievance").score;
  expect([misuse(0, false), misuse(1, false), misuse(1, true), misuse(2, true), misuse(3, true)]).toEqual([
    0, 2, 4, 6, 6,
  ]);
  const tip = caseOf();
  expect(sheetOf(tip, filled(tip, { F11: 3, F12: 2 }, { plusOne: true })).score).toBe(0);
});

test("a line above 0 points needs a reason, and the form is not sent without it", () => {
  const record = caseOf();
  const missing = (answers: ActAnswers) => findActFaults(setTier, answers, "tip", 2).map(({ field }) => field);
  const answers = filled(record, { F1: 2 });
  expect(missing(answers)).toEqual([]);
  const { whys } = triageOf(answers);
  const without = (id: string) => ({
    ...answers,
    ...withTriage(record, ME, answers, { whys: { ...whys, [id]: "  " } }),
  });
  expect(missing(without("F1"))).toEqual(["factors"]);
  expect(missing(without("F2"))).toEqual([]);
  expect(missing({ ...answers, ...withTriage(record, ME, answers, { values: { F1: 2 } }) })).toContain("factors");
});

test("a near date and an open report of retaliation apply their rules by themselves", () => {
  const record = caseOf({ protection: "incidentOpen" });
  const answers = filled(record, { F7: 2 });
  expect(rulesOf(record, triageOf(answers))).toEqual(["O2", "O4"]);
  expect(answers.overrides).toEqual(["O2", "O4"]);
  expect(answers.tier).toBe("T2");
  expect(rulesOf(caseOf(), triageOf(filled(caseOf(), { F7: 1 })))).toEqual([]);
});

test("a concern about the head of the office asks for an alternate", () => {
  const record = caseOf();
  expect(sheetOf(record, filled(record, {}, { rules: ["O3"] }))).toMatchObject({ alternate: true, computed: "T2" });
  expect(sheetOf(record, filled(record, {}))).toMatchObject({ alternate: false, computed: "T4" });
});

test("one officer goes one step up; a second step is a colleague's, and below the policy nobody goes alone", () => {
  const open = false;
  const waits = true;
  expect(closedFor(caseOf(), "T3")).toEqual({ T1: "tooHigh", T2: open, T3: open, T4: "tooLow" });
  expect(closedFor(caseOf({ tier: "T2", by: ME }), "T3")).toEqual({ T1: "tooHigh", T2: open, T3: waits, T4: waits });
  expect(closedFor(caseOf({ tier: "T2", by: COLLEAGUE }), "T3")).toEqual({ T1: open, T2: open, T3: waits, T4: waits });
  expect(closedFor(caseOf({ tier: "T4", by: COLLEAGUE }), "T2")).toEqual({
    T1: open,
    T2: open,
    T3: "tooLow",
    T4: "tooLow",
  });
  expect(closedFor(caseOf(), "T1")).toEqual({ T1: open, T2: "tooLow", T3: "tooLow", T4: "tooLow" });
});

test("a tier that a change on the sheet has closed is no longer chosen", () => {
  const record = caseOf();
  const answers = { ...filled(record, { F1: 3, F4: 1 }), tier: "T2" };
  const { values } = triageOf(answers);
  expect(withTriage(record, ME, answers, { values: { ...values, F4: 2 } })).not.toHaveProperty("tier");
  expect(withTriage(record, ME, answers, { values: { ...values, F1: 0 } })).toMatchObject({ tier: null });
});

test("the server gets tier, policy and a commitment that only this very sheet fits", async () => {
  const record = caseOf();
  const answers = filled(record, { F1: 3 }, { flags: ["RF-02"] });
  const items = draftItems(setTier, answers, record, SALT);
  const codes = await draftCodes(setTier, answers, record, items, []);
  expect(Object.keys(codes).sort()).toEqual(["commitment", "policy", "tier"]);
  expect(codes).toMatchObject({ tier: "T3", policy: TIER_POLICY });
  expect(codes.commitment).toBe(await sha256Hex(canonicalJson(items[0]?.body ?? null)));
  const other = draftItems(setTier, answers, record, "d".repeat(32));
  expect(codes.commitment).not.toBe(await sha256Hex(canonicalJson(other[0]?.body ?? null)));
});

test("a sheet whose sum, weight or tier was bent is seen", () => {
  const record = caseOf();
  const sheet = sheetOf(record, filled(record, { F1: 4, F2: 2 }));
  const lines = sheet.lines as { [key: string]: JsonValue }[];
  const follows = (change: { [key: string]: JsonValue }) => readSheet({ ...sheet, ...change }, "tip").follows;
  expect(follows({})).toBe(true);
  expect(follows({ score: 5 })).toBe(false);
  expect(follows({ computed: "T4" })).toBe(false);
  expect(
    follows({ lines: lines.map((line) => (line.factor === "F1" ? { ...line, weight: 1 } : line)), score: 10 }),
  ).toBe(false);
  expect(
    follows({ lines: lines.map((line) => (line.factor === "F1" ? { ...line, points: 9 } : line)), score: 33 }),
  ).toBe(false);
});

test("an old sheet is read by its own policy, and one of an unknown policy without sums", () => {
  const old = {
    policy: "tier/1",
    factors: { F1: 2, F8: 1 },
    overrides: [],
    score: 7,
    computed: "T4",
    tier: "T3",
    why: "W",
  };
  const read = readSheet(old, "tip");
  expect(read.lines.filter(({ points }) => points > 0)).toMatchObject([
    { factor: "F1", points: 2, weight: 3 },
    { factor: "F8", points: 1, weight: 1 },
  ]);
  expect([read.tier, read.why, read.follows, read.reviewBy]).toEqual(["T3", "W", true, null]);
  const foreign = readSheet({ ...old, policy: "tiers@9" }, "tip");
  expect([foreign.follows, foreign.lines[0]]).toMatchObject([null, { points: 2, weight: null }]);
  expect(readSheet("no sheet at all", "tip").tier).toBe("");
});
