import type { CaseContext } from "../context";
import type { Duty } from "../duties";
import type { CaseEvent, EventType } from "../events";
import type { RefusalRule } from "../refusal";
import type { Region } from "../regions";
import type { ActorRole } from "../roles";

/** What a form has to supply for an act. The act is open while only these are missing. */
export const FORM_NEEDS = [
  "message",
  "note",
  "package",
  "handover",
  "answer",
  "notice",
  "rationale",
  "standards",
  "ground",
  "outcome",
  "recommendations",
  "tier",
  "triage",
  "commitment",
  "minimum",
  "reason",
  "proposal",
  "person",
  "person:investigator",
  "person:liaison",
  "alleged",
  "allegation",
  "people",
  "lead",
  "consent",
  "purpose",
  "result",
  "implementation",
  "withhold",
  "statement",
  "policy",
  "rewrap",
  "files",
  "attest:ID_SAFE",
  "attest:COERCION_ASKED",
  "attest:OBJECTED_OR_DANGER",
  "attest:HASHES_VERIFIED",
  "attest:PUBLICATION_CHECKED",
  "attest:HEARD_EXCEPTION",
  "attest:ADMISSIBLE_MANDATE",
  "attest:ADMISSIBLE_TIME",
  "attest:ADMISSIBLE_PRIOR",
  "attest:ADMISSIBLE_COURT",
  "attest:RIGHTS_CHECKED",
] as const;
export type FormNeed = (typeof FORM_NEEDS)[number];

/** The part of a row that a guard may look at, and what the case has besides. */
export type Asked = {
  readonly by: readonly ActorRole[];
  readonly region: Region;
  /** Events that a second person can take here once somebody else has proposed them. */
  readonly proposable: (context: CaseContext) => readonly EventType[];
  /** Whether a row of its own turns a missed day of this duty into a step. */
  readonly answered: (duty: Duty) => boolean;
};

/**
 * One condition of a guard.
 *
 * Shape: `need` names what the form supplies when the condition depends on the act itself; without it the condition
 *        depends on the case alone, and an act that fails it is not open at all.
 */
export type Check = {
  readonly rule: RefusalRule;
  readonly need?: (event: CaseEvent) => FormNeed;
  readonly holds: (context: CaseContext, event: CaseEvent, asked: Asked) => boolean;
};

/** A named guard: its checks in the order in which they are told. */
export type Guard = readonly Check[];
