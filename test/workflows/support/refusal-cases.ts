import type { CaseSnapshot, EventType, RefusalRule } from "~workflows";
import { item, PEOPLE, type Told, tell, type Who } from "./cast";
import { caseAfter, declaredCase } from "./main-path";

/** What is tried, on which case, who tries what, the rule that stands in the way, and what is special about the form. */
export type RefusalExample = [string, CaseSnapshot, EventType, Who, RefusalRule, Told[2]?];

export const quarantined = tell(declaredCase("tip"), [["case.quarantine", "system"]]).snapshot;
export const received = caseAfter("tip", "case.register");
export const assessed = caseAfter("tip", "case.acknowledge");
export const tiered = caseAfter("grievance", "triage.setTier");
export const admitted = caseAfter("tip", "triage.admit");
export const unsealed = caseAfter("tip", "investigator.assign");
export const working = caseAfter("tip", "evidence.seal");
export const findings = caseAfter("tip", "findings.submit");
export const pending = caseAfter("tip", "review.approve");
export const concluded = caseAfter("tip", "decision.issue");
export const closed = caseAfter("tip", "case.close");
export const referring = tell(assessed, [
  ["referral.propose", "tess"],
  ["text.attestSafe", "vic"],
]).snapshot;
export const proposed = tell(assessed, [["closure.propose", "many"]]).snapshot;
export const reviewing = tell(closed, [["review.request", "reporter"]]).snapshot;
const byIda = { codes: { person: PEOPLE.many.person } };
export const workingMany = tell(admitted, [
  ["investigator.assign", "omar", byIda],
  ["evidence.seal", "ida"],
]).snapshot;
export const pendingMany = tell(workingMany, [
  ["findings.submit", "ida"],
  ["review.approve", "vera"],
]).snapshot;
export const reviewedByMany = tell(findings, [["review.approve", "many", { role: "reviewer" }]]).snapshot;

export const only = (...items: Parameters<typeof item>[]) => ({
  facts: { items: items.map((entry) => item(...entry)) },
});
export const codes = (values: Record<string, string | string[] | null>) => ({ codes: values });

export function archive(): CaseSnapshot {
  return tell(caseAfter("tip", "case.close"), [["case.archive", "system", { day: "2027-03-03" }]]).snapshot;
}
