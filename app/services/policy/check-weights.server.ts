import { policyProblem } from "./policy-fault.server";
import type { Weights } from "./published.server";

export const MOST_WEIGHT = 10;

/**
 * Checks an office's own weights of the factors.
 *
 * Shape:  the factors that were sent, each with a whole number from 1 to 10: none can be switched off.
 * Errors: Problem 400 with the rule, and with the factor where it is a known one.
 */
export function checkWeights(unsafeEntries: Record<string, unknown>, published: Weights): Weights {
  for (const [factor, unsafeWeight] of Object.entries(unsafeEntries)) {
    if (!Object.hasOwn(published, factor)) throw policyProblem("unknownFactor");
    const isWeight = Number.isInteger(unsafeWeight) && Number(unsafeWeight) >= 1 && Number(unsafeWeight) <= MOST_WEIGHT;
    if (!isWeight) throw policyProblem("notAWeight", { factor });
  }
  return unsafeEntries as Weights;
}
