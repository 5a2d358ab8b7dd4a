import { isLowerTier, TIERS } from "~workflows/codes";
import type { CaseRecord, Tier } from "../records";

/** One tier as it can be chosen on a sheet. */
export type TierChoice = {
  tier: Tier;
  /** Why it cannot be chosen: more than one step above the policy's, or below it. */
  closed: "tooHigh" | "tooLow" | null;
  /** A tier less urgent than the present one holds only when a second person has confirmed it. */
  waits: boolean;
  /** It differs from the policy's, so it needs reasons. */
  differs: boolean;
};

/**
 * Which tiers an officer can choose when the policy gives `computed`.
 *
 * One step up is one officer's, with reasons. A further step is the next colleague's, on a sheet of their own. Below the
 * policy's tier nobody goes alone: what is less urgent than the present tier waits for a second person.
 */
export function tierChoices(record: CaseRecord, me: string, computed: Tier): TierChoice[] {
  const present = record.tier;
  const highest = highestTier(record, me, computed);
  return TIERS.map((tier) => {
    const waits = present !== null && isLowerTier(tier, present);
    const isTooHigh = isLowerTier(highest, tier) && tier !== present;
    const isTooLow = isLowerTier(tier, computed);
    const closed = waits ? null : isTooHigh ? "tooHigh" : isTooLow ? "tooLow" : null;
    return { tier, closed, waits, differs: tier !== computed };
  });
}

/** The most urgent tier within one officer's reach: a step above the policy's, or above what a colleague raised it to. */
function highestTier(record: CaseRecord, me: string, computed: Tier): Tier {
  const raised = raisedByColleague(record, me);
  const from = raised && isLowerTier(computed, raised) ? raised : computed;
  return TIERS[Math.max(0, TIERS.indexOf(from) - 1)] ?? "T1";
}

function raisedByColleague({ acts, tier }: CaseRecord, me: string): Tier | null {
  const last = acts.findLast(({ event }) => event === "triage.setTier");
  return last && last.actor !== me ? tier : null;
}
