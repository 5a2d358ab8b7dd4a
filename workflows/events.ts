import type { Facts } from "./facts";
import type { ActorId, ActorRole } from "./roles";

/** Every event of the procedure and of the regions beside it, named as in the published tables. */
export const EVENTS = [
  "case.register",
  "case.quarantine",
  "quarantine.release",
  "quarantine.discard",
  "case.acknowledge",
  "case.reportUndecryptable",
  "triage.setTier",
  "triage.confirmTier",
  "triage.admit",
  "admissibility.admit",
  "admissibility.suspend",
  "parallel.concluded",
  "coordination.open",
  "coordination.leadHere",
  "coordination.transfer",
  "assessment.submit",
  "info.request",
  "reporter.reply",
  "deadline.expired",
  "deadline.missed",
  "closure.propose",
  "review.approve",
  "review.return",
  "referral.propose",
  "referral.accept",
  "referral.reject",
  "referral.outcome",
  "consolidation.propose",
  "lead.closed",
  "case.separate",
  "investigator.assign",
  "investigator.reassign",
  "comment.invite",
  "comment.received",
  "agency.requestReply",
  "agency.extend",
  "agency.reply",
  "file.inspect",
  "solution.propose",
  "agency.acceptSolution",
  "reporter.acceptSolution",
  "solution.record",
  "party.decline",
  "party.accept",
  "response.request",
  "respondent.reply",
  "endUseCheck.request",
  "endUseCheck.result",
  "goodOffices.offer",
  "goodOffices.begin",
  "goodOffices.end",
  "agreement.record",
  "provisional.issue",
  "inquiry.resume",
  "findings.submit",
  "decision.return",
  "decision.issue",
  "recommendation.issue",
  "agency.accept",
  "agency.reject",
  "specialReport.publish",
  "specialReport.waive",
  "statement.publish",
  "statement.withhold",
  "followup.open",
  "followup.record",
  "case.close",
  "withdrawal.confirm",
  "review.request",
  "review.uphold",
  "review.grant",
  "case.reopen",
  "case.archive",
  "ack.waive",
  "clock.day7",
  "clock.month3",
  "clock.month6",
  "clock.reminder",
  "feedback.give",
  "feedback.extend",
  "outcome.communicate",
  "reporter.withdraw",
  "reporter.rescind",
  "reporter.rejoin",
  "reporter.login",
  "silence.detected",
  "withdrawal.continueInPublicInterest",
  "urgent.flag",
  "urgent.authorise",
  "urgent.standDown",
  "urgent.ratify",
  "evidence.add",
  "evidence.seal",
  "evidence.verify",
  "evidence.mismatch",
  "integrity.resolve",
  "reporter.message",
  "office.message",
  "message.noReplyNeeded",
  "protection.assess",
  "protection.plan",
  "protection.act",
  "protection.end",
  "retaliation.report",
  "incident.close",
  "measures.review",
  "checkin.due",
  "conflict.declareNone",
  "conflict.declare",
  "conflict.allege",
  "conflict.uphold",
  "conflict.dismiss",
  "key.rotate",
  "key.compromised",
  "key.revoke",
  "key.rewrapped",
  "rewrap.needed",
  "retention.due",
  "hold.place",
  "hold.lift",
  "purge.execute",
  "interim.recommend",
  "interim.lift",
  "authority.suspend",
  "authority.decline",
  "act.propose",
  "access.grant",
  "access.narrow",
  "inquiry.plan",
  "inquiry.review",
  "package.send",
  "text.attestSafe",
  "consent.give",
  "consent.withdraw",
  "consent.record",
  "policy.rebase",
  "case.note",
  "identity.release",
  "identity.disclose",
] as const;
export type EventType = (typeof EVENTS)[number];

export function isEventType(value: unknown): value is EventType {
  return EVENTS.some((event) => event === value);
}

export type CodeValue = string | number | boolean | null | readonly CodeValue[] | { readonly [key: string]: CodeValue };
/** What an act says in codes, never in prose: `ground`, `outcome`, `standards`, `tier`, `person`, `proposal`, … */
export type Codes = { readonly [name: string]: CodeValue };

/**
 * One act, as the procedure sees it.
 *
 * Shape: `role` is the role that the actor uses for this act; a person with several roles picks one.
 *        `facts` are what the service has checked: the day, the items that the act brings, who holds keys.
 *        `raisedBy` is set by the machine alone, where one region's step is heard in another.
 */
export type CaseEvent = {
  readonly type: EventType;
  readonly actor: ActorId;
  readonly role: ActorRole;
  readonly codes: Codes;
  readonly facts: Facts;
  readonly raisedBy?: EventType;
};

/** Reads one code as text; anything else counts as absent. */
export function textCode(codes: Codes, name: string): string | null {
  const value = codes[name];
  return typeof value === "string" ? value : null;
}

/** Reads one code as a list of texts; anything else counts as empty. */
export function listCode(codes: Codes, name: string): string[] {
  const value = codes[name];
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
