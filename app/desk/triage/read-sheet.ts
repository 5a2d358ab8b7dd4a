import type { JsonValue } from "~crypto/canonical";
import type { Kind } from "../records";
import { FACTORS, factorsOf, TIER_POLICY, tierOfScore } from "../tier-policy";
import { PLUS_FACTOR } from "./draft";

/** One line of a sheet. `weight` is null where the sheet does not say it and its policy is not known here. */
export type SheetLine = {
  factor: string;
  points: number;
  weight: number | null;
  why: string;
  /** What was chosen where a point more can be given; null on every other line. */
  base: number | null;
  plusOne: boolean;
};

/** A triage sheet as it was sealed. */
export type Sheet = {
  policy: string;
  /** By when the policy was to be looked at again; null on a sheet that does not say. */
  reviewBy: string | null;
  lines: SheetLine[];
  flags: string[];
  rules: string[];
  alternate: boolean;
  score: number;
  computed: string;
  tier: string;
  why: string;
  /** Whether sum and tier follow from the lines; null where the weights are not known. */
  follows: boolean | null;
};

/** Sheets of the first policy held the points alone. Its weights stay here for as long as such a sheet can be opened. */
const FIRST_POLICY = ["tier/1", "tiers@1"];
const FIRST_WEIGHTS: Readonly<Record<string, number>> = {
  F1: 3,
  F2: 3,
  F3: 2,
  F4: 2,
  F5: 2,
  F6: 1,
  F7: 2,
  F8: 1,
  F9: 2,
  F10: 1,
  F11: 3,
  F12: 2,
};

/** Reads a sheet by its own rules. It is somebody else's data: every field is looked at before it is used. */
export function readSheet(body: JsonValue, kind: Kind): Sheet {
  const sheet = asObject(body);
  const policy = asText(sheet.policy);
  const lines = Array.isArray(sheet.lines) ? sheet.lines.flatMap(readLine) : firstLines(sheet, policy, kind);
  const read = {
    policy,
    reviewBy: /^\d{4}-\d\d-\d\d$/.test(asText(sheet.reviewBy)) ? asText(sheet.reviewBy) : null,
    lines,
    flags: Array.isArray(sheet.lines) ? sheet.lines.flatMap((line) => asTexts(asObject(line).flags)) : [],
    rules: asTexts(sheet.overrides),
    alternate: sheet.alternate === true,
    score: asNumber(sheet.score),
    computed: asText(sheet.computed),
    tier: asText(sheet.tier),
    why: asText(sheet.why),
  };
  return { ...read, follows: followsFrom(read) };
}

function readLine(unsafeLine: JsonValue): SheetLine[] {
  const { factor, points, weight, why, value, plusOne } = asObject(unsafeLine);
  if (typeof factor !== "string" || typeof points !== "number" || typeof weight !== "number") return [];
  const base = factor === PLUS_FACTOR && typeof value === "number" ? value : null;
  return [{ factor, points, weight, why: asText(why), base, plusOne: plusOne === true }];
}

function firstLines(sheet: JsonObject, policy: string, kind: Kind): SheetLine[] {
  const factors = asObject(sheet.factors);
  const weights = FIRST_POLICY.includes(policy) ? FIRST_WEIGHTS : {};
  return factorsOf(kind).map(({ id }) => {
    const points = asNumber(factors[id]);
    return { factor: id, points, weight: weights[id] ?? null, why: "", base: null, plusOne: false };
  });
}

/** What can be told without the policy: the sum. With the policy that is published now: points, weights and tier as well. */
function followsFrom({ policy, lines, rules, score, computed }: Omit<Sheet, "follows">): boolean | null {
  const sum = lines.reduce((total, { points, weight }) => total + points * (weight ?? 0), 0);
  if (lines.some(({ weight }) => weight === null)) return null;
  if (sum !== score) return false;
  if (policy.split("+")[0] !== TIER_POLICY) return true;
  const fits = lines.every(({ factor, points, weight }) => {
    const known = FACTORS.find(({ id }) => id === factor);
    const isWeight = policy !== TIER_POLICY || weight === known?.weight;
    return known !== undefined && points >= 0 && points <= known.most && isWeight;
  });
  return fits && tierOfScore(sum, rules) === computed;
}

type JsonObject = { [key: string]: JsonValue };

function asObject(body: JsonValue | undefined): JsonObject {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
}

function asText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function asTexts(value: JsonValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function asNumber(value: JsonValue | undefined): number {
  return typeof value === "number" ? value : 0;
}
