import type { JsonValue } from "~crypto/canonical";
import type { ActAnswers } from "../act-answers";
import type { CaseRecord } from "../records";
import { factorsOf, weightOf } from "../tier-policy";
import { FLAG_FACTOR, PLUS_FACTOR, pointsOf, resultOf, rulesOf, tierPolicyOf, triageOf } from "./draft";

/** Concerns the head of the office or the ombudsperson: somebody else has to act in their place. */
export const ALTERNATE_RULE = "O3";

/**
 * The sheet behind a tier, as it is sealed. Every line is on it with its own weight and reason, so that it can be read when
 * the policy has long changed. Only the tier, the policy's version and a commitment to the sheet go out in clear.
 *
 * Shape: `salt` makes the commitment impossible to guess from.
 */
export function triageBody(answers: ActAnswers, record: CaseRecord, salt: string): JsonValue {
  const draft = triageOf(answers);
  const { version, reviewBy, weights } = tierPolicyOf(record);
  const overrides = rulesOf(record, draft);
  const { score, computed } = resultOf(record, draft);
  const lines = factorsOf(record.kind).map((factor) => ({
    factor: factor.id,
    points: pointsOf(factor, draft) ?? 0,
    weight: weightOf(factor.id, weights),
    why: draft.whys[factor.id]?.trim() ?? "",
    ...(factor.id === PLUS_FACTOR && { value: draft.values[PLUS_FACTOR] ?? 0, plusOne: draft.plusOne }),
    ...(factor.id === FLAG_FACTOR && { flags: [...draft.flags].sort() }),
  }));
  return {
    policy: version,
    reviewBy,
    lines,
    overrides,
    alternate: overrides.includes(ALTERNATE_RULE),
    score,
    computed,
    tier: answers.tier,
    why: answers.tierWhy.trim(),
    salt,
  };
}
