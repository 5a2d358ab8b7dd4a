import { type ActorRole, addDays, type CaseContext, type CaseSnapshot, type EventType, inquiryState } from "~workflows";
import { type Name, PEOPLE, personOf, type Told, type Who } from "./cast";

/** Who takes a step in a role, the first of them that is not recused. The outside reviewers answer reviews, one each. */
const STAND_FOR: Readonly<Record<ActorRole, readonly Who[]>> = {
  intake: ["tess", "tom"],
  investigator: ["ida", "many"],
  ombudsperson: ["omar"],
  reviewer: ["vera"],
  liaison: ["lena"],
  administrator: ["adam"],
  reporter: ["reporter"],
  system: ["system"],
};
const POOL: readonly Name[] = ["fay", "fox", "finn"];
const REVIEWS: readonly EventType[] = ["review.uphold", "review.grant"];

export function standFor(role: ActorRole, type: EventType, { recused, acted }: CaseContext): Who {
  if (REVIEWS.includes(type)) return POOL.find((name) => !acted.includes(PEOPLE[name].person)) ?? "vic";
  return STAND_FOR[role].find((who) => !recused.includes(personOf(who))) ?? "many";
}

const ADMITS: readonly EventType[] = ["triage.admit", "admissibility.admit", "assessment.submit"];
const SENDS_OUT: readonly EventType[] = ["comment.invite", "response.request", "provisional.issue"];
const SEALED: readonly EventType[] = ["provisional.issue", "findings.submit"];
/** Steps for which a second person has to have proposed them; the others bring their own proposal along. */
const PROPOSED: readonly EventType[] = [
  ...(["quarantine.discard", "case.reopen", "coordination.transfer", "specialReport.publish"] as const),
  ...(["specialReport.waive", "statement.publish", "statement.withhold", "identity.disclose"] as const),
  ...(["withdrawal.continueInPublicInterest", "urgent.standDown", "integrity.resolve", "incident.close"] as const),
  ...([
    "protection.end",
    "conflict.uphold",
    "conflict.dismiss",
    "key.revoke",
    "hold.lift",
    "interim.recommend",
  ] as const),
];

/** What has to be done before somebody can take a step: the tier, the seal, the second reader, the proposal, the parties' consent. */
export function preparationsFor(
  type: EventType,
  who: Who,
  { kind, value, context }: CaseSnapshot,
  proposer: Who = "tom",
): Told[] {
  const needed: Told[] = [];
  const reader: Who = who === "vic" ? "vera" : "vic";
  const isUncleared = context.cleared === null || context.cleared === personOf(who);
  const sendsOut = SENDS_OUT.includes(type) || (type === "review.approve" && value.procedure === "referralReview");
  if (ADMITS.includes(type) && context.tier === null) needed.push(["triage.setTier", "tess"]);
  if (type === "triage.confirmTier" && !context.proposals[type]) {
    needed.push(
      ["triage.setTier", "tess", { codes: { tier: "T2" } }],
      ["triage.setTier", "tess", { codes: { tier: "T4" } }],
    );
  }
  if (SEALED.includes(type) && value.evidence !== "sealed") needed.push(["evidence.seal", "ida"]);
  if (sendsOut && isUncleared) needed.push(["text.attestSafe", reader]);
  if (type === "solution.record")
    needed.push(["reporter.acceptSolution", "reporter"], ["agency.acceptSolution", "lena"]);
  if (type === "goodOffices.begin") needed.push(["party.accept", "reporter"], ["party.accept", "lena"]);
  // A late inquiry owes a plan after its day, and a look by a reviewer after one and a half times its limit.
  const late = type === "inquiry.plan" ? inquiryState(kind) : type === "inquiry.review" ? "inquiryReview" : null;
  const due = late === null ? undefined : context.dues[late];
  if (late && due) needed.push(["deadline.missed", "system", { codes: { duty: late, due }, day: addDays(due, 1) }]);
  // A second disclosure takes danger that was told again.
  if (type === "urgent.authorise" && value.urgency === "acted" && !context.flaggedAgain)
    needed.push(["urgent.flag", "tess"]);
  const by = who === proposer && proposer === "tom" ? "tess" : proposer;
  if (PROPOSED.includes(type) && !context.proposals[type]) needed.push(["act.propose", by, { codes: { for: type } }]);
  return needed;
}

/** The day on which a step can be taken at the earliest, for the steps that have to wait. */
export function earliestDay(type: EventType, { withdrawalDay }: CaseContext, day: string): string {
  const pause = type === "withdrawal.confirm" && withdrawalDay ? addDays(withdrawalDay, 7) : day;
  return pause > day ? pause : day;
}
