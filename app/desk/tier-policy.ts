import type { Kind, Tier } from "./records";

/** The tier policy in force. It travels with every triage sheet, so that an old sheet is read by its own rules. */
export const TIER_POLICY = "tier/1";

/** One factor: the points that it can have, and what a point weighs. Words for each value stand in `codes.json`. */
export type Factor = { id: string; most: number; weight: number; only?: Kind };

export const FACTORS: readonly Factor[] = [
  { id: "F1", most: 4, weight: 3 },
  { id: "F2", most: 3, weight: 3 },
  { id: "F3", most: 2, weight: 2 },
  { id: "F4", most: 2, weight: 2 },
  { id: "F5", most: 3, weight: 2 },
  { id: "F6", most: 3, weight: 1 },
  { id: "F7", most: 2, weight: 2 },
  { id: "F8", most: 3, weight: 1 },
  { id: "F9", most: 3, weight: 2 },
  { id: "F10", most: 2, weight: 1 },
  { id: "F11", most: 3, weight: 3, only: "grievance" },
  { id: "F12", most: 3, weight: 2, only: "grievance" },
];

/** Rules above the score. The first makes the case T1; each of the others makes it at least T2. */
export const OVERRIDES = ["O1", "O2", "O3", "O4"] as const;

const STEPS: readonly [least: number, tier: Tier][] = [
  [30, "T1"],
  [20, "T2"],
  [10, "T3"],
  [0, "T4"],
];

/** The factors that are asked for a kind. */
export function factorsOf(kind: Kind): Factor[] {
  return FACTORS.filter(({ only }) => !only || only === kind);
}

/** Points times weight, summed. Factors that were not answered count nothing. */
export function scoreOf(kind: Kind, values: Record<string, number>): number {
  return factorsOf(kind).reduce((sum, { id, weight }) => sum + (values[id] ?? 0) * weight, 0);
}

/** The tier that the policy gives. Weak evidence never lowers a tier that a rule above the score has set. */
export function tierOf(kind: Kind, values: Record<string, number>, overrides: readonly string[]): Tier {
  if (overrides.includes("O1")) return "T1";
  const score = scoreOf(kind, values);
  const tier = STEPS.find(([least]) => score >= least)?.[1] ?? "T4";
  const isAtLeastT2 = tier === "T1" || tier === "T2";
  return overrides.length > 0 && !isAtLeastT2 ? "T2" : tier;
}
