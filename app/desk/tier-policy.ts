import { TIERS } from "~workflows/codes";
import { FACTORS, type Factor, POLICIES, TIER_RULES, TIER_STEPS } from "~workflows/policy";
import type { Kind, Tier } from "./records";

export { FACTORS, type Factor };

/** For each factor what one of its points counts. */
export type Weights = Readonly<Record<string, number>>;

/** The policy behind a tier. It is named on every triage sheet, so that an old sheet is read by its own rules. */
export type TierPolicy = {
  /** "tiers@1" as published, "tiers@1+2" with the office's second version of its own. */
  readonly version: string;
  /** The last day on which the policy is in date. */
  readonly reviewBy: string;
  readonly weights: Weights;
};

const published = POLICIES.find(({ id }) => id === "tiers");

/** The policy as it is published, before any change that an office makes of its own. */
export const PUBLISHED_TIER_POLICY: TierPolicy = {
  version: `tiers@${published?.version}`,
  reviewBy: published?.reviewBy ?? "",
  weights: Object.fromEntries(FACTORS.map(({ id, weight }) => [id, weight])),
};

/** The version of the published policy. */
export const TIER_POLICY = PUBLISHED_TIER_POLICY.version;

/** Rules above the score that an officer can tick: each gives the tier that the case has at least. */
export const OVERRIDES: readonly string[] = TIER_RULES.filter(({ floor }) => floor !== null).map(({ id }) => id);

/** The factors that are asked for a kind. */
export function factorsOf(kind: Kind): Factor[] {
  return FACTORS.filter(({ only }) => !only || only === kind);
}

/** What one point of a factor counts. A weight that the office's policy leaves out is the published one. */
export function weightOf(factor: string, weights: Weights = PUBLISHED_TIER_POLICY.weights): number {
  return weights[factor] ?? PUBLISHED_TIER_POLICY.weights[factor] ?? 0;
}

/** Points times weight, summed. Factors that were not answered count nothing. */
export function scoreOf(kind: Kind, values: Record<string, number>, weights?: Weights): number {
  return factorsOf(kind).reduce((sum, { id }) => sum + (values[id] ?? 0) * weightOf(id, weights), 0);
}

/** The tier that the policy gives. Weak evidence never lowers a tier that a rule above the score has set. */
export function tierOf(
  kind: Kind,
  values: Record<string, number>,
  overrides: readonly string[],
  weights?: Weights,
): Tier {
  return tierOfScore(scoreOf(kind, values, weights), overrides);
}

/** The tier of a sum of points, with the rules above the score. */
export function tierOfScore(score: number, overrides: readonly string[]): Tier {
  const floors = TIER_RULES.filter(({ id }) => overrides.includes(id)).map(({ floor }) => floor);
  const scored = TIER_STEPS.find(({ least }) => score >= least)?.tier ?? "T4";
  return TIERS.find((tier) => tier === scored || floors.includes(tier)) ?? "T4";
}
