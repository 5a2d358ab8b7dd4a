import type { ActAnswers } from "../act-answers";
import type { CaseRecord, Tier } from "../records";
import { factorsOf, PUBLISHED_TIER_POLICY, scoreOf, type TierPolicy, tierOf } from "../tier-policy";
import { tierChoices } from "./choices";

/** A triage sheet while it is filled in. */
export type TriageDraft = {
  /** What was chosen for each factor. The points of F6 are counted, those of F12 can have one more. */
  values: Record<string, number>;
  /** The officer's short reason for each value. */
  whys: Record<string, string>;
  /** The red flags that the officer confirms, by id. */
  flags: string[];
  /** F12: a small firm, or time-critical. */
  plusOne: boolean;
  /** Rules above the score that were ticked by hand. */
  rules: string[];
};

export const EMPTY_TRIAGE: TriageDraft = { values: {}, whys: {}, flags: [], plusOne: false, rules: [] };

/** The sheet as far as it is filled in. */
export function triageOf({ triage }: ActAnswers): TriageDraft {
  return triage ?? EMPTY_TRIAGE;
}

/** The policy that a case's tier is set by: the office's own where it has one, else the published one. */
export function tierPolicyOf(record: CaseRecord): TierPolicy {
  const { tierPolicy } = record as CaseRecord & { tierPolicy?: { version: string; entries: Record<string, number> } };
  if (!tierPolicy) return PUBLISHED_TIER_POLICY;
  return { ...PUBLISHED_TIER_POLICY, version: tierPolicy.version, weights: tierPolicy.entries };
}

/** The factor that counts confirmed red flags, and the one that can have a point more. */
export const FLAG_FACTOR = "F6";
export const PLUS_FACTOR = "F12";

/** Points for a number of confirmed red flags: none 0, one or two 1, three to five 2, more 3. */
export function pointsOfFlags(count: number): number {
  if (count > 5) return 3;
  if (count > 2) return 2;
  return count > 0 ? 1 : 0;
}

/** The points of one factor; undefined while nothing is chosen. */
export function pointsOf(factor: { id: string; most: number }, draft: TriageDraft): number | undefined {
  if (factor.id === FLAG_FACTOR) return pointsOfFlags(draft.flags.length);
  const value = draft.values[factor.id];
  if (value === undefined || factor.id !== PLUS_FACTOR) return value;
  return Math.min(factor.most, value + (draft.plusOne ? 1 : 0));
}

/** What a line of the sheet still needs. Above 0 points there has to be a reason, in a few words. */
export function lineFault(factor: { id: string; most: number }, draft: TriageDraft): "value" | "why" | null {
  const points = pointsOf(factor, draft);
  if (points === undefined) return "value";
  return points > 0 && !draft.whys[factor.id]?.trim() ? "why" : null;
}

/** Points by factor, as far as they are chosen. */
export function pointsByFactor(record: CaseRecord, draft: TriageDraft): Record<string, number> {
  return Object.fromEntries(
    factorsOf(record.kind).flatMap((factor) => {
      const points = pointsOf(factor, draft);
      return points === undefined ? [] : [[factor.id, points]];
    }),
  );
}

/** Rules that follow from what is known already: an open report of retaliation is O2, a date within ten working days O4. */
export function impliedRules(record: CaseRecord, draft: TriageDraft): string[] {
  const { protection } = record.snapshot.value as { protection?: string };
  return [...(protection === "incidentOpen" ? ["O2"] : []), ...(draft.values.F7 === 2 ? ["O4"] : [])];
}

/** The rules above the score that hold, by hand or by what is known. */
export function rulesOf(record: CaseRecord, draft: TriageDraft): string[] {
  return [...new Set([...draft.rules, ...impliedRules(record, draft)])].sort();
}

/** The sum of a sheet and the tier that the policy gives for it. */
export function resultOf(record: CaseRecord, draft: TriageDraft): { score: number; computed: Tier } {
  const { weights } = tierPolicyOf(record);
  const points = pointsByFactor(record, draft);
  return {
    score: scoreOf(record.kind, points, weights),
    computed: tierOf(record.kind, points, rulesOf(record, draft), weights),
  };
}

/**
 * The form's answers after a change on the sheet.
 *
 * Shape: `factors` holds the lines that are complete, so that the form is not sent while one is not; a tier that the
 *        change has closed is no longer chosen.
 */
export function withTriage(
  record: CaseRecord,
  me: string,
  answers: ActAnswers,
  change: Partial<TriageDraft>,
): Partial<ActAnswers> {
  const triage = { ...triageOf(answers), ...change };
  const complete = factorsOf(record.kind).filter((factor) => lineFault(factor, triage) === null);
  const factors = Object.fromEntries(complete.map((factor) => [factor.id, pointsOf(factor, triage) ?? 0]));
  const { computed } = resultOf(record, triage);
  const isOpen = tierChoices(record, me, computed).some(({ tier, closed }) => tier === answers.tier && !closed);
  const part: Partial<ActAnswers> = { triage, factors, overrides: rulesOf(record, triage) };
  return isOpen ? part : { ...part, tier: null };
}
