import { allege, answersAllegation, dropAllegation, findAllegation } from "./allegations";
import { isClosureGround, isLowerTier, isOutcome, isTier, type Tier } from "./codes";
import type { CaseContext, Proposal } from "./context";
import { type Day, laterOf } from "./days";
import { type CaseEvent, type EventType, isEventType, listCode, textCode } from "./events";
import { findReasons } from "./guards/record";
import { findTriage } from "./guards/triage";
import { inquiryState, type StateId } from "./states";

/** Where a row leads, resolved for one case. */
export type Passage = { readonly from: string; readonly to: string };
type Change = (context: CaseContext, event: CaseEvent, passage: Passage) => Partial<CaseContext>;

/** Adds to a list of ids; nobody stands in it twice. */
function withAll<T extends string>(list: readonly T[], more: readonly T[]): T[] {
  return [...new Set([...list, ...more])];
}

function withProposal({ proposals }: CaseContext, answer: EventType, proposal: Proposal) {
  return { proposals: { ...proposals, [answer]: proposal } };
}

/** What was approved is what the ombudsperson decides on. Proposals that other regions wait for are left alone. */
function withDecision({ proposals }: CaseContext, approved: Proposal) {
  return { proposals: { ...proposals, "decision.issue": approved, "recommendation.issue": approved } };
}

function proposalOf({ type, actor, codes }: CaseEvent, digest: string | undefined): Proposal {
  return { event: type, by: actor, digest: digest ?? "", codes };
}

/** A tier of equal or higher urgency holds at once; a lower one waits for a second person. */
function setTier(context: CaseContext, event: CaseEvent): Partial<CaseContext> {
  const { tier } = context;
  const { "triage.confirmTier": _old, ...proposals } = context.proposals;
  const asked = event.codes.tier;
  if (!isTier(asked)) return {};
  if (tier === null || !isLowerTier(asked, tier)) return { tier: asked, pendingTier: null, proposals };
  const proposal = proposalOf(event, findTriage(event)?.digest);
  return { pendingTier: asked, ...withProposal({ ...context, proposals }, "triage.confirmTier", proposal) };
}

/** Retaliation while a case runs makes it at least T2, whatever its points say. */
function atLeastT2({ tier }: CaseContext): Tier {
  return tier === "T1" ? "T1" : "T2";
}

function reached(context: CaseContext, milestone: keyof CaseContext["reached"], day: Day) {
  return { reached: { ...context.reached, [milestone]: context.reached[milestone] ?? day } };
}

/** A record of what the parties agreed rests on whoever approved it: the ombudsperson who wrote it down decides on it too. */
const AGREED: readonly EventType[] = ["solution.record", "agreement.record"];

function approveFindings(context: CaseContext, { actor }: CaseEvent): Partial<CaseContext> {
  const proposed = context.proposals["review.approve"];
  if (!proposed) return {};
  const approved = AGREED.includes(proposed.event) ? { ...proposed, by: actor } : proposed;
  return {
    approved,
    reviewer: actor,
    reviewers: withAll(context.reviewers, [actor]),
    ...withDecision(context, approved),
  };
}

function recused(context: CaseContext, people: readonly string[]): Partial<CaseContext> {
  return {
    recused: withAll(context.recused, people),
    // Stepping aside also ends an assignment; the case waits for the ombudsperson to assign anew.
    assigned: context.assigned.filter(({ person }) => !people.includes(person)),
  };
}

/** Disclosures wait one behind the other: whoever ratifies approves the oldest, to the letter. */
function disclose(context: CaseContext, event: CaseEvent): Partial<CaseContext> {
  const proposal = proposalOf(event, findReasons(event)?.digest);
  const disclosures = [...context.disclosures, { proposal, day: event.facts.day }];
  const first = disclosures[0]?.proposal ?? proposal;
  return { disclosures, flaggedAgain: false, ...withProposal(context, "urgent.ratify", first) };
}

function ratify(context: CaseContext): Partial<CaseContext> {
  const [, ...disclosures] = context.disclosures;
  const [next] = disclosures;
  const { urgencyAgain, ...others } = context.since;
  // Danger that was told again is as old as it was told.
  const flagged = urgencyAgain ? { since: { ...others, urgency: urgencyAgain } } : {};
  if (!next) return { disclosures, urgent: context.flaggedAgain, flaggedAgain: false, ...flagged };
  const since = { ...context.since, urgencyRatify: laterOf(context.since.urgencyRatify, next.day) };
  return { disclosures, since, ...withProposal(context, "urgent.ratify", next.proposal) };
}

/** Work that is left for a side state is remembered; so is the monitoring or follow-up in which a closure was proposed. */
function keepOrigin(_context: CaseContext, _event: CaseEvent, { from }: Passage): Partial<CaseContext> {
  if (from === "followUp" || from === "referredMonitoring") return { returnTo: from };
  const isUnassessed = from === "received" || from === "coordination";
  return { workOrigin: isUnassessed ? "preliminaryAssessment" : (from as StateId), returnTo: null };
}

/** What each kind of row does to the case's memory. Named, so that rows stay data. */
export const CHANGES = {
  acknowledge: (context, { codes, facts }) => ({
    recused: withAll(context.recused, listCode(codes, "recused")),
    feedbackFrom: context.feedbackFrom ?? facts.day,
    ...reached(context, "acknowledged", facts.day),
  }),
  startFeedback: ({ feedbackFrom }, { facts }) => ({ feedbackFrom: feedbackFrom ?? facts.day }),
  keepOrigin,
  replied: () => ({ noReply: false }),
  noReply: () => ({ noReply: true }),
  propose: (context, event) => withProposal(context, "review.approve", proposalOf(event, findReasons(event)?.digest)),
  proposeFor: (context, event) => {
    const answer = event.codes.for;
    if (!isEventType(answer)) return {};
    const proposal = proposalOf(event, findReasons(event)?.digest);
    const about = answersAllegation(answer) ? findAllegation(context, event.codes) : null;
    // Bound to the one it is about, also where it was the only one: another may be alleged before the second person answers.
    const codes = about ? { ...proposal.codes, allegation: about.id } : proposal.codes;
    return withProposal(context, answer, { ...proposal, codes });
  },
  proposeRatify: disclose,
  ratify,
  setTier,
  confirmTier: ({ pendingTier }) => ({ tier: pendingTier, pendingTier: null }),
  admit: (context, { facts }) => ({ pendingTier: null, ...reached(context, "assessed", facts.day) }),
  assign: ({ investigators }, { codes }) => {
    const person = textCode(codes, "person") ?? "";
    return { assigned: [{ person, role: "investigator" }], investigators: withAll(investigators, [person]) };
  },
  unassign: () => ({ assigned: [] }),
  submitFindings: ({ investigators }, event) => ({
    findings: { by: event.actor, digest: findReasons(event)?.digest ?? "" },
    investigators: withAll(investigators, [event.actor]),
  }),
  approveFindings,
  dropFindings: () => ({ findings: null, reviewer: null, approved: null }),
  decide: (context, { codes, facts }) => ({
    outcome: isOutcome(context.kind, codes.outcome) ? codes.outcome : null,
    recommendations: listCode(codes, "recommendations"),
    reached: { ...context.reached, decided: facts.day },
  }),
  undecide: (context) => ({
    outcome: null,
    recommendations: [],
    noticed: false,
    reached: { ...context.reached, decided: null },
    ...(context.approved ? withDecision(context, context.approved) : {}),
  }),
  /** A notice given for an earlier step does not stand for the one that is now under way. */
  renewNotice: () => ({ noticed: false }),
  notice: () => ({ noticed: true }),
  giveFeedback: (context, { facts }) => reached(context, "feedback", facts.day),
  close: ({ proposals }) => {
    const ground = proposals["review.approve"]?.codes.ground;
    return { ground: isClosureGround(ground) ? ground : null };
  },
  discard: () => ({ ground: "DISCARDED" }),
  closeWithLead: () => ({ ground: "CONSOLIDATED" }),
  closeWithdrawn: () => ({ ground: "WITHDRAWN" }),
  nameLead: (_context, { codes }) => ({ lead: textCode(codes, "lead") }),
  dropLead: () => ({ lead: null }),
  use: ({ used }, { type }) => ({ used: withAll(used, [type]) }),
  /** The reply is now due ten working days after the day on which it was due. */
  extend: ({ dues, since }, { facts }) => ({
    extended: true,
    since: { ...since, agencyReply: dues.agencyReply ?? facts.day },
  }),
  /** The procedure starts afresh; who took which part before is remembered, so that nobody judges their own work. */
  reopen: (context, { facts }) => ({
    assigned: [],
    findings: null,
    reviewer: null,
    approved: null,
    outcome: null,
    ground: null,
    recommendations: [],
    noticed: false,
    noReply: false,
    heard: false,
    cleared: null,
    used: [],
    closedDay: null,
    workOrigin: null,
    returnTo: null,
    withdrawalDay: null,
    lead: null,
    feedbackFrom: facts.day,
    reminded: [],
    reached: { ...context.reached, assessed: null, feedback: null, decided: null },
  }),
  hear: () => ({ heard: true }),
  unhear: () => ({ heard: false }),
  clearText: (_context, { actor }) => ({ cleared: actor }),
  useClearing: () => ({ cleared: null }),
  resetAccepted: () => ({ accepted: { reporter: false, other: false } }),
  accept: ({ accepted }, { role }) => ({
    accepted: role === "reporter" ? { ...accepted, reporter: true } : { ...accepted, other: true },
  }),
  consent: ({ consents }, { codes, role, actor }) => ({
    consents: [
      ...consents.filter(({ purpose }) => purpose !== codes.purpose),
      {
        purpose: textCode(codes, "purpose") ?? "",
        until: textCode(codes, "until"),
        by: role === "reporter" ? "reporter" : actor,
      },
    ],
  }),
  dropConsent: ({ consents }, { codes }) => ({ consents: consents.filter(({ purpose }) => purpose !== codes.purpose) }),
  rebase: (_context, { codes }) => ({ policy: textCode(codes, "policy") ?? "" }),
  remind: ({ reminded }, { codes }) => ({
    reminded: withAll(
      reminded,
      codes.duty === "reminder5" || codes.duty === "reminder6" ? [codes.duty] : ["reminder80"],
    ),
  }),
  askWithdrawal: (_context, { facts }) => ({ withdrawalDay: facts.day }),
  dropWithdrawal: () => ({ withdrawalDay: null }),
  flagUrgent: () => ({ urgent: true }),
  flagAgain: () => ({ urgent: true, flaggedAgain: true }),
  standDown: () => ({ urgent: false }),
  /** Whoever could be found out by what was already cleared may now be in danger: that, and a lower tier, have to be looked at again. */
  raiseForIncident: (context) => {
    const { "triage.confirmTier": _lower, ...proposals } = context.proposals;
    return { tier: atLeastT2(context), pendingTier: null, cleared: null, proposals };
  },
  restartCheckins: () => ({ checkins: 0 }),
  checkin: ({ checkins }) => ({ checkins: checkins + 1 }),
  declareNone: ({ declared }, { actor }) => ({ declared: withAll(declared, [actor]) }),
  recuse: (context, { actor }) => recused(context, [actor]),
  allege,
  recuseAlleged: (context, { codes }) => {
    const person = findAllegation(context, codes)?.person;
    return { ...recused(context, person ? [person] : []), ...dropAllegation(context, codes) };
  },
  dropAllegation: (context, { codes }) => dropAllegation(context, codes),
  owePlanOrReview: ({ inquiry, kind }, { codes: { duty } }) => ({
    inquiry: {
      plan: inquiry.plan || duty === inquiryState(kind),
      review: duty === "inquiryReview" ? "owed" : inquiry.review,
    },
  }),
  plan: ({ inquiry }) => ({ inquiry: { ...inquiry, plan: false } }),
  reviewInquiry: ({ inquiry, since }, { facts }) => ({
    inquiry: { ...inquiry, review: "done" },
    since: { ...since, inquiryReview: facts.day },
  }),
  /** Whoever is taken off can be let in again; an assignment without keys would only look like one. */
  narrow: ({ assigned }, { codes }) => ({
    assigned: assigned.filter(({ person }) => !listCode(codes, "people").includes(person)),
  }),
} as const satisfies Record<string, Change>;
export type ChangeName = keyof typeof CHANGES;
