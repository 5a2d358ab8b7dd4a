import type { CaseContext } from "../context";
import type { CaseEvent } from "../events";
import type { RefusalRule } from "../refusal";
import type { ActorRole } from "../roles";

/** What a form has to supply for an act. The act is open while only these are missing. */
export const FORM_NEEDS = [
  "message",
  "note",
  "notice",
  "rationale",
  "standards",
  "ground",
  "outcome",
  "tier",
  "triage",
  "commitment",
  "minimum",
  "reason",
  "proposal",
  "person",
  "person:investigator",
] as const;
export type FormNeed = (typeof FORM_NEEDS)[number];

/** The part of a row that a guard may look at. */
export type Asked = { readonly by: readonly ActorRole[] };

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
