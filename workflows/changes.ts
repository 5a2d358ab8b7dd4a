import { isClosureGround, isLowerTier, isOutcome, isTier } from "./codes";
import type { CaseContext } from "./context";
import { type CaseEvent, listCode, textCode } from "./events";
import { findReasons } from "./guards/record";
import { findTriage } from "./guards/triage";
import type { StateId } from "./states";

/** Where a row leads, resolved for one case. */
export type Passage = { readonly from: StateId; readonly to: StateId };
type Change = (context: CaseContext, event: CaseEvent, passage: Passage) => Partial<CaseContext>;

/** Adds to a list of ids; nobody stands in it twice. */
function withAll(list: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...list, ...more])];
}

function propose(_context: CaseContext, event: CaseEvent): Partial<CaseContext> {
  const { type, actor, codes } = event;
  const digest = findReasons(event)?.digest ?? "";
  return { proposal: { event: type, by: actor, digest, codes }, pendingTier: null };
}

/** A tier of equal or higher urgency holds at once; a lower one waits for a second person. */
function setTier({ tier }: CaseContext, event: CaseEvent): Partial<CaseContext> {
  const { type, actor, codes } = event;
  if (!isTier(codes.tier)) return {};
  if (tier === null || !isLowerTier(codes.tier, tier)) return { tier: codes.tier, pendingTier: null, proposal: null };
  const digest = findTriage(event)?.digest ?? "";
  return { pendingTier: codes.tier, proposal: { event: type, by: actor, digest, codes } };
}

function reached(context: CaseContext, milestone: keyof CaseContext["reached"], { facts }: CaseEvent) {
  return { ...context.reached, [milestone]: context.reached[milestone] ?? facts.day };
}

/** What each kind of row does to the case's memory. Named, so that rows stay data. */
export const CHANGES = {
  acknowledge: (context, event) => ({
    recused: withAll(context.recused, listCode(event.codes, "recused")),
    feedbackFrom: event.facts.day,
    reached: reached(context, "acknowledged", event),
  }),
  /** A report that nobody could read has not been assessed yet: the answer leads to the assessment. */
  keepOrigin: (_context, _event, { from }) => ({ workOrigin: from === "received" ? "preliminaryAssessment" : from }),
  replied: () => ({ noReply: false }),
  noReply: () => ({ noReply: true }),
  propose,
  dropProposal: () => ({ proposal: null, pendingTier: null }),
  setTier,
  confirmTier: ({ pendingTier }) => ({ tier: pendingTier, pendingTier: null, proposal: null }),
  admit: (context, event) => ({ pendingTier: null, proposal: null, reached: reached(context, "assessed", event) }),
  assign: ({ investigators }, { codes }) => {
    const person = textCode(codes, "person") ?? "";
    return { assigned: [{ person, role: "investigator" }], investigators: withAll(investigators, [person]) };
  },
  unassign: () => ({ assigned: [] }),
  submitFindings: ({ investigators }, event) => ({
    findings: { by: event.actor, digest: findReasons(event)?.digest ?? "" },
    investigators: withAll(investigators, [event.actor]),
  }),
  approveFindings: ({ reviewers }, { actor }) => ({ reviewer: actor, reviewers: withAll(reviewers, [actor]) }),
  dropFindings: () => ({ findings: null, reviewer: null }),
  decide: (context, { codes, facts }) => ({
    outcome: isOutcome(context.kind, codes.outcome) ? codes.outcome : null,
    proposal: null,
    reached: { ...context.reached, decided: facts.day },
  }),
  /** A notice given for an earlier step does not stand for the one that is now under way. */
  renewNotice: () => ({ noticed: false }),
  notice: (context, event) => ({ noticed: true, reached: reached(context, "feedback", event) }),
  close: ({ proposal }) => {
    const ground = proposal?.codes.ground;
    return { ground: isClosureGround(ground) ? ground : null, proposal: null };
  },
  discard: () => ({ ground: "DISCARDED", proposal: null }),
  askReview: () => ({ reviewUsed: true }),
  /** The procedure starts afresh; who took which part before is remembered, so that nobody judges their own work. */
  reopen: (context, { facts }) => ({
    proposal: null,
    assigned: [],
    findings: null,
    reviewer: null,
    outcome: null,
    ground: null,
    noticed: false,
    reviewUsed: false,
    closedDay: null,
    workOrigin: null,
    feedbackFrom: facts.day,
    reached: { ...context.reached, assessed: null, feedback: null, decided: null },
  }),
  declareNone: ({ declared }, { actor }) => ({ declared: withAll(declared, [actor]) }),
  /** Stepping aside also ends an assignment; the case waits for the ombudsperson to assign anew. */
  recuse: ({ recused, assigned }, { actor }) => ({
    recused: withAll(recused, [actor]),
    assigned: assigned.filter(({ person }) => person !== actor),
  }),
} as const satisfies Record<string, Change>;
export type ChangeName = keyof typeof CHANGES;

/** What every step leaves behind, whichever row it takes: clocks, the closing day, and who took a step. */
function followSteps(
  context: CaseContext,
  { type, actor, facts }: CaseEvent,
  { from, to }: Passage,
  isSideAct: boolean,
): CaseContext {
  const isPerson = actor !== "reporter" && actor !== "system";
  const restarts = from !== to || type === "deadline.expired";
  return {
    ...context,
    stateSince: restarts ? facts.day : context.stateSince,
    closedDay: to === "closed" ? (context.closedDay ?? facts.day) : context.closedDay,
    acted: isPerson && !isSideAct ? withAll(context.acted, [actor]) : context.acted,
  };
}

/** Applies a row's changes in order. The result is a new context; the old one stays as it was. */
export function applyChanges(
  context: CaseContext,
  event: CaseEvent,
  row: { readonly changes: readonly ChangeName[]; readonly to: string },
  passage: Passage,
): CaseContext {
  let changed = context;
  for (const name of row.changes) {
    const change: Change = CHANGES[name];
    changed = { ...changed, ...change(changed, event, passage) };
  }
  return followSteps(changed, event, passage, row.to === "@same");
}
