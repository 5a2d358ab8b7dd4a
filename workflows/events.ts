import type { Facts } from "./facts";
import type { ActorId, ActorRole } from "./roles";

/** Every event of the procedure, named as in the published tables. */
export const EVENTS = [
  "case.register",
  "case.quarantine",
  "quarantine.release",
  "quarantine.proposeDiscard",
  "quarantine.discard",
  "case.acknowledge",
  "case.reportUndecryptable",
  "triage.setTier",
  "triage.confirmTier",
  "triage.admit",
  "admissibility.admit",
  "info.request",
  "reporter.reply",
  "deadline.expired",
  "closure.propose",
  "review.approve",
  "review.return",
  "investigator.assign",
  "investigator.reassign",
  "findings.submit",
  "decision.return",
  "decision.issue",
  "followup.open",
  "followup.record",
  "case.close",
  "review.request",
  "review.uphold",
  "review.grant",
  "reopen.propose",
  "case.reopen",
  "case.archive",
  "conflict.declareNone",
  "conflict.declare",
  "access.grant",
  "reporter.message",
  "office.message",
  "case.note",
  "identity.release",
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
 */
export type CaseEvent = {
  readonly type: EventType;
  readonly actor: ActorId;
  readonly role: ActorRole;
  readonly codes: Codes;
  readonly facts: Facts;
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
