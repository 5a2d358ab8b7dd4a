import type { Kind } from "./roles";

export const TIERS = ["T1", "T2", "T3", "T4"] as const;
/** T1 is the most urgent. */
export type Tier = (typeof TIERS)[number];

export function isTier(value: unknown): value is Tier {
  return TIERS.some((tier) => tier === value);
}

/** Whether `a` means less urgency than `b`. */
export function isLowerTier(a: Tier, b: Tier): boolean {
  return TIERS.indexOf(a) > TIERS.indexOf(b);
}

/** Why a case is closed without a decision. */
export const GROUNDS = [
  "OUT_OF_MANDATE",
  "OUT_OF_TIME",
  "NO_PRIOR_APPROACH",
  "SUB_JUDICE",
  "MINOR",
  "REPETITIVE",
  "INSUFFICIENT_INFO",
  "DUPLICATE",
  "ABUSIVE",
  "SETTLED",
  "REFERRED",
  "IMPLEMENTED",
  "CONSOLIDATED",
  "WITHDRAWN",
  "DISCARDED",
] as const;
export type Ground = (typeof GROUNDS)[number];

const OWN_STEP: readonly Ground[] = ["CONSOLIDATED", "WITHDRAWN", "DISCARDED"];
/** Grounds that an officer may propose. The others come from their own steps only. */
export const CLOSURE_GROUNDS = GROUNDS.filter((ground) => !OWN_STEP.includes(ground));

export function isClosureGround(value: unknown): value is Ground {
  return CLOSURE_GROUNDS.some((ground) => ground === value);
}

const OUTCOMES = {
  tip: ["SUBSTANTIATED", "PARTLY", "NOT_SUBSTANTIATED", "INCONCLUSIVE"],
  grievance: ["MALADMINISTRATION", "PARTLY", "NONE_FOUND", "SOLUTION"],
  complaint: ["CONCERN_UPHELD", "PARTLY", "NOT_UPHELD", "AGREEMENT"],
} as const satisfies Record<Kind, readonly string[]>;
export type Outcome = (typeof OUTCOMES)[Kind][number];

/** What a decision on a case of this kind can say. */
export function outcomesOf(kind: Kind): readonly Outcome[] {
  return OUTCOMES[kind];
}

/** A grievance that is well-founded ends in a recommendation; a plain decision says that it is not, or that a solution was found. */
const DECIDED_BY: Readonly<Record<string, readonly Outcome[]>> = {
  "grievance decision.issue": ["NONE_FOUND", "SOLUTION"],
  "grievance recommendation.issue": ["MALADMINISTRATION", "PARTLY"],
  "tip decision.issue": OUTCOMES.tip,
  "complaint decision.issue": OUTCOMES.complaint,
};

/** What a deciding step on a case of this kind can say; empty for a step that decides nothing. */
export function outcomesOfEvent(kind: Kind, event: string): readonly Outcome[] {
  return DECIDED_BY[`${kind} ${event}`] ?? [];
}

export function isOutcome(kind: Kind, value: unknown): value is Outcome {
  return outcomesOf(kind).some((outcome) => outcome === value);
}

/** Why a reporter asks for a review. New facts keep the door open for twelve months instead of sixty days. */
export const REVIEW_REASONS = ["procedure", "facts", "newFacts"] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];

export function isReviewReason(value: unknown): value is ReviewReason {
  return REVIEW_REASONS.some((reason) => reason === value);
}

/** Why an arrival is held back before anybody reads it. */
export const QUARANTINE_REASONS = ["FLOOD", "MALFORMED", "OVERSIZE", "UNKNOWN_KEY"] as const;

/** How a recommendation fared. */
export const IMPLEMENTATION_CODES = ["implemented", "partly", "not", "unknown"] as const;

const MINIMUM = {
  tip: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM"],
  grievance: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM", "MIN_DECISION_DATE"],
  complaint: ["MIN_WHAT", "MIN_WHO_WHERE_ITEM", "MIN_AFFECTED_LINK"],
} as const satisfies Record<Kind, readonly string[]>;

/** What an intake officer attests to have found in a report before it is admitted: the minimum contents of its kind. */
export function minimumOf(kind: Kind): readonly string[] {
  return MINIMUM[kind];
}

/** What only a person can attest; the code stands in that person's signed act. */
export const ATTESTATIONS = [
  "ID_SAFE",
  "COERCION_ASKED",
  "OBJECTED_OR_DANGER",
  "HASHES_VERIFIED",
  "PUBLICATION_CHECKED",
  "NOTIFIED_BEFORE",
  "HEARD_EXCEPTION",
  "ADMISSIBLE_MANDATE",
  "ADMISSIBLE_TIME",
  "ADMISSIBLE_PRIOR",
  "ADMISSIBLE_COURT",
  "RIGHTS_CHECKED",
  "REMOVES_NEXT",
] as const;
export type Attestation = (typeof ATTESTATIONS)[number];

/** What an office can recommend to an authority. */
export const RECOMMENDATIONS = [
  "DENY",
  "SUSPEND",
  "CONDITION",
  "REVOKE",
  "RECONSIDER",
  "REASONS",
  "PROCEDURE",
  "OTHER",
] as const;

/** What an end-use check found. */
export const CHECK_RESULTS = ["CONFIRMED", "DIVERTED", "REFUSED", "INCONCLUSIVE"] as const;

/** Why a statement is not published. */
export const WITHHOLD_GROUNDS = ["SAFETY", "ONGOING", "SECURITY", "TRADE_SECRET"] as const;

/** What a reporter can agree to. */
export const CONSENT_PURPOSES = [
  "referral",
  "authority",
  "exporter",
  "mediation",
  "publication",
  "research",
  "protection",
  "disclosure",
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Tells one of a published list of codes from anything else. */
export function isOneOf<T extends string>(list: readonly T[], value: unknown): value is T {
  return list.some((known) => known === value);
}
