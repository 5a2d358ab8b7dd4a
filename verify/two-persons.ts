import type { Act } from "../crypto/acts";
import { Broken } from "./faults";
import { packageFault } from "./packages";
import { isPersons, type PlacedAct } from "./read-acts";

/** Findings of an investigator, and records of what the parties agreed: both go to a reviewer and then to the decision. */
const AGREED = ["solution.record", "agreement.record"];
const FINDINGS = ["findings.submit", ...AGREED];
const DECISIONS = ["decision.issue", "recommendation.issue"];
const PROPOSED = ["act.propose"];

/**
 * The steps that take two people, and the events by which the first of them proposes. Written down here a second time, apart
 * from the machine: a machine that was bent does not bend this list. Decisions rest on findings that a reviewer approved.
 */
export const TAKES_TWO: { readonly [answer: string]: readonly string[] } = {
  "review.approve": ["closure.propose", "referral.propose", "consolidation.propose", "assessment.submit", ...FINDINGS],
  "decision.issue": ["review.approve"],
  "recommendation.issue": ["review.approve"],
  "triage.confirmTier": ["triage.setTier"],
  "urgent.ratify": ["urgent.authorise"],
  "quarantine.discard": PROPOSED,
  "coordination.transfer": PROPOSED,
  "specialReport.publish": PROPOSED,
  "specialReport.waive": PROPOSED,
  "statement.publish": PROPOSED,
  "statement.withhold": PROPOSED,
  "case.reopen": PROPOSED,
  "withdrawal.continueInPublicInterest": PROPOSED,
  "urgent.standDown": PROPOSED,
  "integrity.resolve": PROPOSED,
  "incident.close": PROPOSED,
  "protection.end": PROPOSED,
  "conflict.uphold": PROPOSED,
  "conflict.dismiss": PROPOSED,
  "key.revoke": PROPOSED,
  "hold.lift": PROPOSED,
  "interim.recommend": PROPOSED,
  "identity.disclose": PROPOSED,
};

/**
 * What has to be remembered of the acts so far.
 *
 * Shape: `opened` holds, for each answer, the newest act that asks for it; `approved` the findings that a reviewer approved.
 *        Who investigated or reviewed stays known across reopenings, so that nobody judges their own work.
 */
type Memory = {
  opened: Map<string, Act>;
  approved: Act | null;
  investigators: Set<string>;
  reviewers: Set<string>;
  decided: boolean;
};

/**
 * Checks the steps that take two people from the acts alone: somebody else proposed each, the answer names the very digest
 * that was proposed, whoever judges findings had no part in them, and a case is closed after a decision only. Where a case goes
 * to another office, the answer binds the package that the office received; a `machine` before version 3 did not ask for one.
 *
 * Errors: Broken.
 */
export function checkTwoPersons(acts: readonly PlacedAct[], machine: number): string {
  const [investigators, reviewers] = [new Set<string>(), new Set<string>()];
  const memory: Memory = { opened: new Map(), approved: null, investigators, reviewers, decided: false };
  let answers = 0;
  for (const { place, act } of acts) {
    if (!act) continue;
    const proposal = memory.opened.get(act.event)?.event ?? null;
    const fault = faultOf(act, memory) ?? packageFault(act, proposal, machine);
    if (fault !== null) throw new Broken({ act: place }, fault);
    if (Object.hasOwn(TAKES_TWO, act.event)) answers += 1;
    remember(act, memory);
  }
  return `steps that take two people: ${answers}${answers === 0 ? "" : ", each taken by two"}`;
}

function faultOf(act: Act, { opened, approved, investigators, reviewers, decided }: Memory): string | null {
  const { event, actor, codes } = act;
  if (event === "case.close" && !decided) return "the case is closed without a decision";
  if (!Object.hasOwn(TAKES_TWO, event)) return null;
  if (!isPersons(act)) return "a step that takes two people was taken by nobody";
  const isDecision = DECISIONS.includes(event);
  const proposal = isDecision ? approved : opened.get(event);
  if (!proposal) return isDecision ? "no reviewer approved what it rests on" : "nobody proposed it";
  // What the parties agreed is decided by whoever wrote it down, once a reviewer approved it.
  const isAgreed = isDecision && AGREED.includes(proposal.event);
  if (proposal.actor === actor && !isAgreed) return "the same person proposed it and answered";
  const { itemDigests } = proposal;
  const names = typeof codes.proposal === "string" ? codes.proposal : "";
  if (itemDigests.length > 0 && !itemDigests.includes(names)) return "it answers another text than was proposed";
  const judges = isDecision || proposal.event === "findings.submit";
  if (judges && investigators.has(actor)) return "the same person investigated and judges the findings";
  return isDecision && reviewers.has(actor) ? "the same person reviewed the findings and decided" : null;
}

function remember(act: Act, memory: Memory) {
  const { event, actor, codes } = act;
  const { opened, investigators, reviewers } = memory;
  if (event === "investigator.assign" && typeof codes.person === "string") investigators.add(codes.person);
  if (event === "findings.submit") investigators.add(actor);
  const judged = event === "review.approve" ? opened.get(event) : undefined;
  if (judged && FINDINGS.includes(judged.event)) {
    memory.approved = judged;
    reviewers.add(actor);
  }
  if (FINDINGS.includes(event) || event === "decision.return" || event === "case.reopen") memory.approved = null;
  if (DECISIONS.includes(event)) memory.decided = true;
  if (event === "case.reopen" || event === "review.grant") memory.decided = false;
  // A text that was sent back is not proposed any more.
  if (event === "review.return") opened.delete("review.approve");
  opened.delete(event);
  for (const [answer, proposals] of Object.entries(TAKES_TWO)) {
    if (proposals.includes(event) && (event !== "act.propose" || codes.for === answer)) opened.set(answer, act);
  }
}
