import { answersAllegation, findAllegation } from "../allegations";
import type { CaseContext } from "../context";
import type { CaseEvent } from "../events";
import { type EventType, isEventType, textCode } from "../events";
import type { Guard } from "./check";

/** What a decision rests on: findings, or a record of what the parties agreed. */
const DECIDED_ON: readonly EventType[] = ["findings.submit", "solution.record", "agreement.record"];

/** Approving findings takes someone who never investigated the case; deciding also someone who never reviewed it. */
function isThirdPerson({ proposals, investigators, reviewers }: CaseContext, { actor, type }: CaseEvent): boolean {
  const proposal = proposals[type];
  if (actor === proposal?.by) return false;
  const decides = type === "decision.issue" || type === "recommendation.issue";
  if (!decides && !DECIDED_ON.some((event) => event === proposal?.event)) return true;
  return !investigators.includes(actor) && !(decides && reviewers.includes(actor));
}

/**
 * Everyone whose judgement the step would rest on: the two persons, and for a decision the reviewer of the findings. An urgent
 * disclosure has happened already: whoever ratifies it judges it anew, also when the one who made it has since stepped aside.
 */
function standingFor({ proposals, reviewer }: CaseContext, { actor, type }: CaseEvent): string[] {
  const decides = type === "decision.issue" || type === "recommendation.issue";
  if (type === "urgent.ratify") return [actor];
  const others = [proposals[type]?.by, decides ? reviewer : null];
  return [actor, ...others.flatMap((person) => person ?? [])];
}

/** Four eyes: somebody else proposed exactly this, and nobody that it rests on is recused. The rule is about persons, whatever roles they hold. */
export const G_4E: Guard = [
  { rule: "noProposal", holds: ({ proposals }, { type }) => proposals[type] !== undefined },
  { rule: "samePerson", holds: isThirdPerson },
  {
    rule: "recused",
    holds: (context, event) => standingFor(context, event).every((person) => !context.recused.includes(person)),
  },
  {
    rule: "changedSinceProposed",
    need: () => "proposal",
    holds: ({ proposals }, { type, codes }) => textCode(codes, "proposal") === proposals[type]?.digest,
  },
];

/** What is proposed can be taken here by a second person, and by nobody alone. */
export const G_PROPOSABLE: Guard = [
  {
    rule: "notProposable",
    holds: (context, { codes }, { proposable }) => isEventType(codes.for) && proposable(context).includes(codes.for),
  },
  {
    rule: "noAllegation",
    need: () => "allegation",
    holds: (context, { codes }) => !answersAllegation(codes.for) || findAllegation(context, codes) !== null,
  },
];

/** A reviewer of the outcome has taken no step in this case before. */
export const G_FRESH: Guard = [{ rule: "notFresh", holds: ({ acted }, { actor }) => !acted.includes(actor) }];
