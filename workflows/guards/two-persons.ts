import type { CaseContext } from "../context";
import type { CaseEvent, EventType } from "../events";
import { textCode } from "../events";
import type { Guard } from "./check";

/** Which proposals an answering event may answer. */
const ANSWERS: Partial<Record<EventType, readonly EventType[]>> = {
  "quarantine.discard": ["quarantine.proposeDiscard"],
  "triage.confirmTier": ["triage.setTier"],
  "review.approve": ["closure.propose", "findings.submit"],
  "decision.issue": ["findings.submit"],
  "case.reopen": ["reopen.propose"],
};

function answers(context: CaseContext, event: CaseEvent): boolean {
  return context.proposal !== null && (ANSWERS[event.type] ?? []).includes(context.proposal.event);
}

/** Approving findings takes someone who never investigated the case; deciding also someone who never reviewed it. */
function isThirdPerson({ proposal, investigators, reviewers }: CaseContext, { actor, type }: CaseEvent): boolean {
  if (actor === proposal?.by) return false;
  if (proposal?.event !== "findings.submit") return true;
  return !investigators.includes(actor) && !(type === "decision.issue" && reviewers.includes(actor));
}

/** Everyone whose judgement the step would rest on: the two persons, and for a decision the reviewer of the findings. */
function standingFor({ proposal, reviewer }: CaseContext, { actor, type }: CaseEvent): string[] {
  const others = [proposal?.by, type === "decision.issue" ? reviewer : null];
  return [actor, ...others.flatMap((person) => person ?? [])];
}

/** Four eyes: somebody else proposed exactly this, and nobody that it rests on is recused. The rule is about persons, whatever roles they hold. */
export const G_4E: Guard = [
  { rule: "noProposal", holds: answers },
  { rule: "samePerson", holds: isThirdPerson },
  {
    rule: "recused",
    holds: (context, event) => standingFor(context, event).every((person) => !context.recused.includes(person)),
  },
  {
    rule: "changedSinceProposed",
    need: () => "proposal",
    holds: ({ proposal }, { codes }) => proposal !== null && textCode(codes, "proposal") === proposal.digest,
  },
];

/** A reviewer of the outcome has taken no step in this case before. */
export const G_FRESH: Guard = [{ rule: "notFresh", holds: ({ acted }, { actor }) => !acted.includes(actor) }];
