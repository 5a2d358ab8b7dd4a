import { Problem } from "~/platform/problems.server";

/** What can be wrong with an office's own policy. The sentence is for machines and English readers; pages have their own. */
const SENTENCES = {
  noEntry: "Nothing is named that should change.",
  unknownDuty: "There is no such duty in the deadlines.",
  fourSpans: "A duty needs exactly four lengths of time, one for each tier from T1 to T4.",
  notASpan: "A length of time is a whole number with d (days), wd (working days) or m (months), such as 10wd.",
  noTime: "A duty that has at least a day in the published policy cannot be left without time.",
  statutoryLonger: "The law sets this limit. An office can shorten it, in days or months, but not lengthen it.",
  unknownFactor: "There is no such factor in the tiers.",
  notAWeight: "A weight is a whole number from 1 to 10.",
  noReason: "A change needs a reason of at least ten characters.",
  nothingChanged: "This is what holds already.",
} as const;

export type PolicyFault = keyof typeof SENTENCES;
export const POLICY_FAULTS = Object.keys(SENTENCES) as PolicyFault[];

/** A refused change of a policy. `facts` say where; what was sent is not repeated. */
export function policyProblem(rule: PolicyFault, facts: Record<string, string> = {}): Problem {
  return new Problem(400, `${SENTENCES[rule]} Nothing was changed.`, { rule, ...facts });
}
