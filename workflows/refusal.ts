import type { EventType } from "./events";
import type { GuardName } from "./guards";
import type { ActorRole } from "./roles";
import type { StateId } from "./states";

/** The rule that stands in the way of an act. */
export const REFUSAL_RULES = [
  "notInThisState",
  "notYourRole",
  "noAccess",
  "recused",
  "noConflictDeclaration",
  "alreadyDeclared",
  "noProposal",
  "samePerson",
  "changedSinceProposed",
  "notFresh",
  "noRationale",
  "noStandard",
  "noGround",
  "noOutcome",
  "noNotice",
  "noMessage",
  "noNote",
  "noTier",
  "noTriage",
  "noCommitment",
  "minimumMissing",
  "noReport",
  "noKey",
  "notCustodian",
  "unknownPerson",
  "targetRecused",
  "noReason",
  "windowOver",
  "windowOpen",
  "alreadyUsed",
] as const;
export type RefusalRule = (typeof REFUSAL_RULES)[number];

/**
 * An act that the procedure does not allow.
 *
 * Shape: `guard` names the rule's guard where one stands in the way; `whoCould` lists the roles that the procedure gives this step to.
 *        The message names states and rules only.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly event: EventType,
    readonly state: StateId,
    readonly rule: RefusalRule,
    readonly whoCould: readonly ActorRole[],
    readonly guard: GuardName | null,
  ) {
    super(`${event} is refused in ${state}: ${rule}.`);
  }
}
