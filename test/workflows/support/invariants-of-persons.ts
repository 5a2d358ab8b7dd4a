import type { CaseContext, CaseEvent } from "~workflows";
import { attests, entered, type Invariants, isStaff, needs, reasonsOf } from "./invariant";
import type { Taken } from "./taken";

/** Steps that one person proposes and another takes. */
const ANSWERS = [
  ...["quarantine.discard", "review.approve", "triage.confirmTier", "case.reopen", "coordination.transfer"],
  ...["decision.issue", "recommendation.issue", "specialReport.publish", "specialReport.waive"],
  ...["statement.publish", "statement.withhold", "withdrawal.continueInPublicInterest", "urgent.standDown"],
  ...["urgent.ratify", "integrity.resolve", "incident.close", "protection.end", "conflict.uphold", "conflict.dismiss"],
  ...["key.revoke", "hold.lift", "interim.recommend", "identity.disclose"],
];
const DECIDES = ["decision.issue", "recommendation.issue"];
const CLOSES = [
  "quarantine.discard",
  "review.approve",
  "case.close",
  "review.uphold",
  "withdrawal.confirm",
  "lead.closed",
];
const AUTHORITY_EVENTS = [
  ...[
    "referral.accept",
    "referral.reject",
    "referral.outcome",
    "agency.reply",
    "agency.acceptSolution",
    "agency.accept",
  ],
  ...["agency.reject", "respondent.reply", "endUseCheck.result", "party.accept", "party.decline", "goodOffices.end"],
];
/** Steps that an officer may take before declaring anything. */
const BEFORE_DECLARING = [
  "conflict.declareNone",
  "conflict.declare",
  "conflict.allege",
  "case.note",
  "urgent.flag",
  "key.compromised",
];

const ALLEGED: readonly string[] = ["conflict.uphold", "conflict.dismiss"];

/** The open allegation that an answer names; the only one where it names none. */
function allegedBy({ allegations }: CaseContext, { codes }: CaseEvent) {
  if (codes.allegation === undefined) return allegations.length === 1 ? allegations[0] : undefined;
  return allegations.find(({ id }) => id === codes.allegation);
}

function proposalOf({ before, event }: Taken) {
  return before.context.proposals[event.type];
}

/** Proposals that a step brought are the actor's own, or what a second person approved becomes what is decided on. */
function hasOwnProposalsOnly({ before, event, after }: Taken): boolean {
  const old = before.context.proposals;
  // Disclosures wait one behind the other; ratifying the first brings the next one forward.
  const waiting = before.context.disclosures.map(({ proposal }) => proposal);
  const passedOn = [old["review.approve"], before.context.approved, ...waiting].map((one) => JSON.stringify(one));
  return Object.entries(after.context.proposals).every(
    ([answer, proposal]) =>
      old[answer as keyof typeof old] === proposal ||
      proposal.by === event.actor ||
      passedOn.includes(JSON.stringify(proposal)),
  );
}

export const OF_PERSONS: Invariants = {
  "I1: nobody approves what they proposed": (taken) => {
    if (!ANSWERS.includes(taken.event.type)) return true;
    const proposal = proposalOf(taken);
    return proposal !== undefined && proposal.by !== taken.event.actor;
  },
  "I1: what is approved is exactly what was proposed": (taken) =>
    !ANSWERS.includes(taken.event.type) || proposalOf(taken)?.digest === taken.event.codes.proposal,
  "I1: a proposal is its author's own": hasOwnProposalsOnly,
  "I1: no proposal outlives the state in which it was made": (taken) => {
    const { before, after } = taken;
    const moved = before.value.procedure !== after.value.procedure;
    const led = ["review.approve", "decision.issue", "recommendation.issue", "case.reopen", "quarantine.discard"];
    const kept = Object.entries(after.context.proposals).filter(
      ([answer, proposal]) => led.includes(answer) && Object.values(before.context.proposals).includes(proposal),
    );
    return !moved || kept.length === 0 || after.value.procedure === "decisionPending";
  },
  "I1: a case is closed by approval or after a decision, never by silence": (taken) => {
    const { outcome, ground } = taken.after.context;
    return !entered(taken, "procedure", "closed") || (CLOSES.includes(taken.event.type) && !!(outcome ?? ground));
  },
  "I1: a withdrawal alone needs no second person, and says so": (taken) =>
    taken.event.type !== "withdrawal.confirm" || taken.after.context.ground === "WITHDRAWN",
  "I2: only an unrecused ombudsperson who neither investigated nor reviewed decides": (taken) => {
    const { before, event, after } = taken;
    const { recused, findings, reviewer, investigators, reviewers } = before.context;
    const decides =
      DECIDES.includes(event.type) || (after.context.outcome ?? before.context.outcome) !== before.context.outcome;
    if (!decides) return true;
    const barred = [...recused, ...investigators, ...reviewers, findings?.by, reviewer];
    return DECIDES.includes(event.type) && event.role === "ombudsperson" && !barred.includes(event.actor);
  },
  "I2: whoever reviewed what is decided neither investigated it nor stepped aside": ({ before, event }) => {
    const { reviewer, investigators, recused } = before.context;
    return (
      !DECIDES.includes(event.type) || (!!reviewer && !investigators.includes(reviewer) && !recused.includes(reviewer))
    );
  },
  "I4: an administrator moves no procedure": (taken) =>
    taken.event.role !== "administrator" ||
    (taken.before.value.procedure === taken.after.value.procedure &&
      ["key.compromised", "key.revoke"].includes(taken.event.type)),
  "I4: the clock sets no outcome": ({ before, event, after }) =>
    event.role !== "system" ||
    (before.context.outcome === after.context.outcome &&
      (before.context.ground === after.context.ground || after.context.ground === "CONSOLIDATED")),
  "I11: a recused person takes no step": ({ before, event }) => !before.context.recused.includes(event.actor),
  "I11: a recused person receives no key and no assignment": ({ after, effects }) =>
    effects.every(
      (effect) =>
        (effect.type !== "grant" && effect.type !== "assign") || !after.context.recused.includes(effect.person),
    ) && after.context.assigned.every(({ person }) => !after.context.recused.includes(person)),
  "I11: nobody's recusal ends": ({ before, after }) =>
    before.context.recused.every((person) => after.context.recused.includes(person)),
  "I11: whoever steps aside or is found partial is out at once, and the keys are renewed": ({
    before,
    event,
    after,
  }) => {
    const gone =
      event.type === "conflict.declare"
        ? event.actor
        : event.type === "conflict.uphold"
          ? allegedBy(before.context, event)?.person
          : undefined;
    if (gone === undefined) return true;
    return gone !== null && after.context.recused.includes(gone) && after.value.keys !== "current";
  },
  "I12: an authority's answer ends no case and decides nothing": (taken) => {
    const { before, event, after } = taken;
    const isEnd = ["closed", "archived", "concluded"].includes(after.value.procedure);
    return !AUTHORITY_EVENTS.includes(event.type) || (!isEnd && before.context.outcome === after.context.outcome);
  },
  "nobody acts before declaring that they have no conflict": ({ before, event, line }) =>
    !isStaff(event.actor) ||
    event.role === "administrator" ||
    (event.role === "liaison" && !line?.guards.includes("G-COI")) ||
    BEFORE_DECLARING.includes(event.type) ||
    before.context.declared.includes(event.actor),
  "nobody acts without the case's keys or in a role that nobody vouches for": ({ event: { actor, role, facts } }) => {
    if (!isStaff(actor)) return actor === role;
    const roles: readonly string[] = facts.directory.find(({ person }) => person === actor)?.roles ?? [];
    return roles.includes(role) && (role === "administrator" || facts.access.includes(actor));
  },
  "a review is answered by somebody who never acted in the case": ({ before, event }) =>
    !["review.uphold", "review.grant"].includes(event.type) || !before.context.acted.includes(event.actor),
  "the person alleged has no voice": ({ before: { context }, event }) => {
    const alleged = allegedBy(context, event)?.person ?? null;
    return (
      !ALLEGED.includes(event.type) ||
      alleged === null ||
      ![event.actor, context.proposals[event.type]?.by].includes(alleged)
    );
  },
  "an answer is about the very person whom the proposal was about": ({ before: { context }, event }) => {
    if (!ALLEGED.includes(event.type)) return true;
    return context.proposals[event.type]?.codes.allegation === allegedBy(context, event)?.id;
  },
  "each allegation is answered by itself, and the last one ends the review": ({ before, event, after }) => {
    const [old, left] = [before.context.allegations, after.context.allegations];
    const answered = old.filter(({ id }) => !left.some((one) => one.id === id));
    const isInReview = after.value.conflict === "inReview";
    if (isInReview !== left.length > 0) return false;
    if (!ALLEGED.includes(event.type)) return answered.length === 0 || event.type === "conflict.allege";
    return answered.length === 1 && answered[0]?.id === allegedBy(before.context, event)?.id;
  },
  "what was disclosed waits until it is ratified, whatever happens meanwhile": ({ before, event, after }) => {
    const [old, left] = [before.context.disclosures, after.context.disclosures];
    const isWaiting = after.value.urgency === "acted" && !!after.context.dues.urgencyRatify;
    const isRested = after.value.procedure === "archived";
    if (!isRested && isWaiting !== left.length > 0) return false;
    const kept = event.type === "urgent.ratify" ? old.slice(1) : old;
    return JSON.stringify(left.slice(0, kept.length)) === JSON.stringify(kept);
  },
  "danger that is told again is not forgotten": ({ before, event, after }) =>
    event.type !== "urgent.flag" || before.value.urgency !== "acted" || !!after.context.dues.urgencyAgain,
  "keys are taken from named people alone, with reasons, and two people can still read": (taken) => {
    const { event, effects } = taken;
    if (event.type !== "access.narrow") return true;
    const named = (event.codes.people ?? []) as string[];
    const gone = effects.flatMap((effect) => (effect.type === "revoke" ? [effect.person] : []));
    const isExact = gone.length > 0 && gone.every((person) => named.includes(person)) && !gone.includes(event.actor);
    const isLeft = event.facts.validRecipientKeys - gone.length >= 2;
    const isRecorded = reasonsOf(taken) !== null && taken.after.value.keys !== "current";
    return isExact && isLeft && isRecorded && taken.after.context.recused === taken.before.context.recused;
  },
  "a text that leaves the office was read by two people": (taken) => {
    const { cleared } = taken.before.context;
    return (
      !needs(taken, "G-IDSAFE") || (cleared !== null && cleared !== taken.event.actor && attests(taken, "ID_SAFE"))
    );
  },
  "whoever is assigned is an investigator of the office": ({ effects, event }) =>
    effects.every(
      (effect) =>
        effect.type !== "assign" ||
        event.facts.directory.some(({ person, roles }) => person === effect.person && roles.includes("investigator")),
    ),
};
