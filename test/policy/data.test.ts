import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import codes from "~/forms/core-2/codes.json";
import ar from "~/locales/ar/codes.json";
import policyAr from "~/locales/ar/policy.json";
import en from "~/locales/en/codes.json";
import policyEn from "~/locales/en/policy.json";
import { POLICY_FAULTS } from "~/services/policy/policy-fault.server";
import { findPublished, publishedPolicy } from "~/services/policy/published.server";
import { overduePolicies, reviewState } from "~/services/policy/review-dates.server";
import { CLOSURE_GROUNDS, GROUNDS, outcomesOf, TIERS } from "~workflows/codes";
import { addDays } from "~workflows/days";
import {
  DEADLINE_LINES,
  EVIDENCE_KIND_IDS,
  FACTORS,
  GROUND_ENTRIES,
  HARM_IDS,
  ITEM_CATEGORIES,
  OUTCOME_ENTRIES,
  POLICIES,
  parseSpan,
  RECOMMENDATION_IDS,
  RED_FLAGS,
  RETALIATION_KIND_IDS,
  STANDARD_ENTRIES,
  TIER_RULES,
  TIER_STEPS,
  type Worded,
  writeSpan,
} from "~workflows/policy";
import { KINDS } from "~workflows/roles";
import { STANDARDS } from "~workflows/standards";
import { formCodes } from "../../scripts/form-codes.mjs";

const FILES = readdirSync(join(process.cwd(), "workflows/policy")).filter((name) => name.endsWith(".json"));

test("every policy file is listed, each once, with owner, source, version and a review date that exists", () => {
  expect(POLICIES.map(({ id }) => `${id}.json`).sort()).toEqual(FILES.sort());
  for (const { version, owner, source, reviewBy } of POLICIES) {
    expect(version).toBeGreaterThanOrEqual(1);
    expect([owner, source].every((text) => text.trim().length > 3)).toBe(true);
    expect(addDays(reviewBy, 0)).toBe(reviewBy);
  }
});

const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
test.each([
  ["grounds", idsOf(GROUND_ENTRIES)],
  ["standards", idsOf(STANDARD_ENTRIES)],
  ["red flags", idsOf(RED_FLAGS)],
  ["item categories", idsOf(ITEM_CATEGORIES)],
  ["factors", idsOf(FACTORS)],
  ["rules", idsOf(TIER_RULES)],
  ["recommendations", RECOMMENDATION_IDS],
  ["harms", HARM_IDS],
  ["evidence kinds", EVIDENCE_KIND_IDS],
  ["retaliation kinds", RETALIATION_KIND_IDS],
])("no two %s have the same id", (_name, ids) => {
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ["recommendations", RECOMMENDATION_IDS],
  ["harms", HARM_IDS],
  ["evidenceKinds", EVIDENCE_KIND_IDS],
  ["retaliationKinds", RETALIATION_KIND_IDS],
] as const)("the catalogues have words for all %s, and for no other", (name, ids) => {
  expect(Object.keys(en[name]).sort()).toEqual([...ids].sort());
  expect(Object.keys(ar[name]).sort()).toEqual([...ids].sort());
});

test("grounds, outcomes and standards are those that the procedure knows", () => {
  expect(GROUND_ENTRIES.map(({ id }) => id)).toEqual([...GROUNDS]);
  expect(GROUND_ENTRIES.filter(({ proposable }) => proposable).map(({ id }) => id)).toEqual([...CLOSURE_GROUNDS]);
  for (const kind of KINDS) {
    const own = OUTCOME_ENTRIES.filter((entry) => entry.kind === kind).map(({ id }) => id);
    expect(own).toEqual([...outcomesOf(kind)]);
  }
  expect(STANDARD_ENTRIES).toEqual(STANDARDS);
  expect(RECOMMENDATION_IDS).toHaveLength(8);
});

test("the thirty-five red flags have a source and words in both languages", () => {
  expect(RED_FLAGS.map(({ id }) => id)).toEqual(
    Array.from({ length: 35 }, (_, nth) => `RF-${String(nth + 1).padStart(2, "0")}`),
  );
});

test("the newest form asks with the lists of the policy that is in force, taken from it and not copied", () => {
  // A new version of a list needs a new version of the form: a published one keeps what it was published with.
  expect(codes).toEqual(formCodes());
});

test("every text of a policy stands in English and in Arabic", () => {
  const all = [RED_FLAGS, ITEM_CATEGORIES, TIER_RULES].flat();
  const isWorded = ({ en, ar }: Worded) => /^[A-Z][^\u0600-\u06ff]+$/.test(en) && /^[\u0600-\u06ff]/.test(ar);
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter((entry) => !isWorded(entry))).toEqual([]);
});

test("every policy, duty and fault has words in both languages", () => {
  const wordKey = (duty: string) => duty.replace(/\.(\w)/g, (_, letter: string) => letter.toUpperCase());
  for (const [codes, words] of [
    [en, policyEn],
    [ar, policyAr],
  ] as const) {
    expect(Object.keys(words.name)).toEqual(expect.arrayContaining(POLICIES.map(({ id }) => id)));
    expect(Object.keys(words.fault)).toEqual(expect.arrayContaining([...POLICY_FAULTS]));
    expect(Object.keys(codes.duties)).toEqual(expect.arrayContaining(Object.keys(DEADLINE_LINES).map(wordKey)));
  }
});

test("every duty has four spans that can be read, and each is written as it is read", () => {
  for (const spans of Object.values(DEADLINE_LINES)) {
    expect(spans).toHaveLength(TIERS.length);
    for (const span of spans) expect(writeSpan(parseSpan(span))).toBe(span);
  }
});

test("the factors and thresholds give every tier, the most urgent first", () => {
  expect(TIER_STEPS.map(({ tier }) => tier)).toEqual([...TIERS]);
  expect([...TIER_STEPS].sort((a, b) => b.least - a.least)).toEqual(TIER_STEPS);
  expect(TIER_STEPS.at(-1)?.least).toBe(0);
  const most = FACTORS.reduce((sum, { most, weight }) => sum + most * weight, 0);
  expect(most).toBeGreaterThan(TIER_STEPS[0]?.least ?? 0);
});

test("every published version that a case can run on is still known", () => {
  for (const policy of ["deadlines", "tiers"] as const) {
    const { version } = publishedPolicy(policy);
    for (let one = 1; one <= version; one++) expect(findPublished(policy, one)).not.toBeNull();
  }
});

test("a policy is in date on its review day, past it on the next, and announced sixty days before", () => {
  const reviewBy = "2027-06-30";
  expect(reviewState({ reviewBy }, "2027-07-01")).toBe("past");
  expect(reviewState({ reviewBy }, reviewBy)).toBe("dueSoon");
  expect(reviewState({ reviewBy }, addDays(reviewBy, -60))).toBe("dueSoon");
  expect(reviewState({ reviewBy }, addDays(reviewBy, -61))).toBe("inDate");
});

test("nothing is overdue today by the files, and everything is a hundred years on, the oldest first", () => {
  expect(overduePolicies("2026-11-23")).toEqual([]);
  const all = overduePolicies("2126-11-23");
  expect(all).toHaveLength(POLICIES.length);
  expect(all.map(({ reviewBy }) => reviewBy)).toEqual(all.map(({ reviewBy }) => reviewBy).sort());
});

test("a standard is never reviewed before the register says that the register is due", () => {
  const register = POLICIES.find(({ id }) => id === "standards");
  expect(STANDARD_ENTRIES.every(({ reviewBy }) => reviewBy >= (register?.reviewBy ?? "9"))).toBe(true);
});
