import type { EventType } from "./events";
import type { GuardName } from "./guards";
import type { ActorRole } from "./roles";
import type { StateId } from "./states";

/** The rule that stands in the way of an act. */
export const REFUSAL_RULES = [
  "notInThisState",
  "archivedCase",
  "notYourRole",
  "noAccess",
  "recused",
  "noConflictDeclaration",
  "alreadyDeclared",
  "noProposal",
  "notProposable",
  "samePerson",
  "changedSinceProposed",
  "notFresh",
  "noRationale",
  "noStandard",
  "noGround",
  "noOutcome",
  "noRecommendation",
  "noResult",
  "noImplementation",
  "noWithholdGround",
  "noNotice",
  "noMessage",
  "noNote",
  "noPackage",
  "noHandover",
  "noTier",
  "noTriage",
  "noCommitment",
  "minimumMissing",
  "noAttestation",
  "notIdentitySafe",
  "notHeard",
  "evidenceNotSealed",
  "withdrawalNotRequested",
  "tooEarly",
  "notPublishable",
  "noStatement",
  "otherStatement",
  "noConsent",
  "noPurpose",
  "incidentOpen",
  "onHold",
  "notBothAccepted",
  "noLead",
  "leadIsSelf",
  "leadConsolidated",
  "leadHasChildren",
  "noAllegation",
  "notAllegedPerson",
  "notFlagged",
  "tooFewReaders",
  "removesNext",
  "staleKeys",
  "noPolicy",
  "noReport",
  "noKey",
  "notCustodian",
  "unknownPerson",
  "targetRecused",
  "noReason",
  "windowOver",
  "windowOpen",
  "alreadyUsed",
  "notThisDuty",
  "notDue",
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
