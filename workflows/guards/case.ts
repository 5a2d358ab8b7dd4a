import { findAllegation } from "../allegations";
import { CHECK_RESULTS, IMPLEMENTATION_CODES, isOneOf, RECOMMENDATIONS, WITHHOLD_GROUNDS } from "../codes";
import type { Allegation, CaseContext } from "../context";
import { type CaseEvent, listCode, textCode } from "../events";
import type { Guard } from "./check";

/** The evidence is sealed: its digests were checked and nothing was added since. */
export const G_EVID: Guard = [{ rule: "evidenceNotSealed", holds: ({ at }) => at.evidence === "sealed" }];

/** No incident of retaliation is open. */
export const G_PROT: Guard = [{ rule: "incidentOpen", holds: ({ at }) => at.protection !== "incidentOpen" }];

/** Nothing holds the case back from deletion. */
export const G_NOHOLD: Guard = [{ rule: "onHold", holds: ({ at }) => at.retention !== "onHold" }];

/** Both sides have accepted. */
export const G_BOTH: Guard = [
  { rule: "notBothAccepted", holds: ({ accepted }) => accepted.reporter && accepted.other },
];

/** The case to join leads its own group and is open, and nobody has joined this one: one step, and no circle. */
export const G_DUP: Guard = [
  {
    rule: "noLead",
    need: () => "lead",
    holds: ({ lead }, { type, facts }) => facts.lead !== null && (type !== "review.approve" || lead !== null),
  },
  { rule: "leadIsSelf", need: () => "lead", holds: (_context, { facts }) => !facts.lead?.isSelf },
  {
    rule: "leadConsolidated",
    need: () => "lead",
    holds: (_context, { facts }) => !facts.lead?.isConsolidated && !facts.lead?.isClosed,
  },
  { rule: "leadHasChildren", need: () => "lead", holds: (_context, { facts }) => !facts.lead?.leadsOthers },
];

/** At least one recommendation of the published list. */
export const G_REC: Guard = [
  {
    rule: "noRecommendation",
    need: () => "recommendations",
    holds: ({ kind }, { codes, type }) => {
      const named = listCode(codes, "recommendations");
      // A statement on a complaint may find nothing to recommend; a recommendation to an agency cannot.
      const isOptional = kind === "complaint" && type === "decision.issue" && Array.isArray(codes.recommendations);
      return (isOptional || named.length > 0) && named.every((one) => isOneOf(RECOMMENDATIONS, one));
    },
  },
];

/** What the end-use check found. */
export const G_RESULT: Guard = [
  { rule: "noResult", need: () => "result", holds: (_context, { codes }) => isOneOf(CHECK_RESULTS, codes.result) },
];

/** How a recommendation fared. */
export const G_IMPL: Guard = [
  {
    rule: "noImplementation",
    need: () => "implementation",
    holds: (_context, { codes }) => isOneOf(IMPLEMENTATION_CODES, codes.implementation),
  },
];

/** Why a statement is withheld; counted in public. */
export const G_WITHHOLD: Guard = [
  {
    rule: "noWithholdGround",
    need: () => "withhold",
    holds: (_context, { codes }) => isOneOf(WITHHOLD_GROUNDS, codes.withhold),
  },
];

/** The case's keys were renewed for everybody who may read it, by this act or before. */
export const G_REWRAP: Guard = [
  { rule: "staleKeys", need: () => "rewrap", holds: (_context, { facts }) => !facts.staleKeys },
];

/** The version of the deadlines that the case goes over to is the one that the service found. */
export const G_POLICY: Guard = [
  {
    rule: "noPolicy",
    need: () => "policy",
    holds: ({ policy }, { codes }) => {
      const named = textCode(codes, "policy");
      return named !== null && /^deadlines@\d+(\+\d+)?$/.test(named) && named !== policy;
    },
  },
];

/** Someone is named, or the reporter describes them in words. Who says whom a description means names one that is open. */
export const G_NAMED: Guard = [
  {
    rule: "unknownPerson",
    need: () => "alleged",
    holds: (_context, { role, codes, facts }) =>
      role === "reporter" || facts.directory.some(({ person }) => person === codes.person),
  },
  {
    rule: "noAllegation",
    need: () => "alleged",
    holds: (context, { role, codes }) => {
      if (textCode(codes, "allegation") === null) return true;
      const described = findAllegation(context, codes);
      return role !== "reporter" && described !== null && described.person === null;
    },
  },
];

/** The act names the open allegation that it answers, and it is the one that was proposed to be answered so. */
export const G_ALLEGATION: Guard = [
  {
    rule: "noAllegation",
    need: () => "proposal",
    holds: (context, { codes }) => findAllegation(context, codes) !== null,
  },
  {
    rule: "noProposal",
    need: () => "proposal",
    holds: (context, { codes, type }) => {
      const proposal = context.proposals[type];
      const about = proposal && findAllegation(context, proposal.codes);
      return !proposal || about === findAllegation(context, codes);
    },
  },
];

/**
 * What the answer is about: what the act names, or what was proposed to be answered. With an empty form it is the proposal that tells
 * whose answer this is.
 */
function answeredBy(context: CaseContext, { type, codes }: CaseEvent): Allegation | null {
  const named = textCode(codes, "allegation") === null ? context.proposals[type]?.codes : codes;
  return findAllegation(context, named ?? codes);
}

/** The person alleged has no voice in the answer: they are not one of the two who give it. */
export const G_UNALLEGED: Guard = [
  {
    rule: "notAllegedPerson",
    holds: (context, event) => {
      const alleged = answeredBy(context, event)?.person ?? null;
      return alleged === null || (alleged !== event.actor && alleged !== context.proposals[event.type]?.by);
    },
  },
  // A reporter may describe somebody in words; before anybody is recused, an officer has to say who is meant.
  {
    rule: "unknownPerson",
    holds: (context, event) => {
      const answered = answeredBy(context, event);
      return event.type !== "conflict.uphold" || answered === null || answered.person !== null;
    },
  },
];

/** The time of the inquiry is over, and the reporter has no plan and no new date yet. */
export const G_PLANOWED: Guard = [{ rule: "notDue", holds: ({ inquiry }) => inquiry.plan }];

/** The inquiry has taken one and a half times its limit, and no reviewer has looked in since. */
export const G_REVIEWOWED: Guard = [{ rule: "notDue", holds: ({ inquiry }) => inquiry.review === "owed" }];

/** Danger was told, and nothing was disclosed since. */
export const G_FLAGGED: Guard = [
  { rule: "notFlagged", holds: ({ at, flaggedAgain }) => at.urgency === "flagged" || flaggedAgain },
];
