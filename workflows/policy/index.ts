import type { Tier } from "../codes";
import type { Day } from "../days";
import type { Kind } from "../roles";
import advice from "./advice.json";
import deadlines from "./deadlines.json";
import evidenceKinds from "./evidence-kinds.json";
import grounds from "./grounds.json";
import harms from "./harms.json";
import itemCategories from "./item-categories.json";
import jurisdictions from "./jurisdictions.json";
import keys from "./keys.json";
import outcomes from "./outcomes.json";
import recommendations from "./recommendations.json";
import redFlags from "./red-flags.json";
import retaliationKinds from "./retaliation-kinds.json";
import standards from "./standards.json";
import tiers from "./tiers.json";

export { parseSpan, SpanError, writeSpan } from "./spans";

/** What is known of every policy file: who answers for it, where it comes from, and by when it is looked at again. */
export type PolicyObject = {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  readonly source: string;
  /** The last day on which the policy is in date. Past it the office and the public see a warning; it stays in force. */
  readonly reviewBy: Day;
};

/** Words that are the policy's own text, not a label for a code; both languages belong to the version. */
export type Worded = { readonly id: string; readonly en: string; readonly ar: string };
export type GroundEntry = { readonly id: string; readonly proposable: boolean; readonly source: string };
export type OutcomeEntry = { readonly id: string; readonly kind: Kind };
export type StandardEntry = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly reviewBy: Day;
};
/** A warning sign of a suspicious export. */
export type RedFlag = Worded & { readonly source: string };
/** `codes` are entries of the European control list, `wassenaar` names the same in the Wassenaar list. */
export type ItemCategory = RedFlag & { readonly codes: readonly string[]; readonly wassenaar: string | null };
/** `most` is the highest number of points that the factor can have, `weight` what each point counts. */
export type Factor = { readonly id: string; readonly most: number; readonly weight: number; readonly only?: Kind };
/** A case whose score is at least `least` has this tier. The most urgent stands first. */
export type TierStep = { readonly tier: Tier; readonly least: number };
/** A rule above the score; with a floor, the case has at least this tier. */
export type TierRule = Worded & { readonly floor: Tier | null };
/** One line of the deadlines: a span (see `parseSpan`) for each tier, the most urgent first. */
export type DeadlineLine = readonly string[];

/** What the law of one place says about reporters. The words stand in the catalogues, under its id and version. */
export type JurisdictionNotice = PolicyObject & { readonly countries: readonly string[] };
/** The spans of an advice thread (see `parseSpan`). */
export type AdviceSpans = {
  readonly answer: string;
  readonly keptAfterAnswer: string;
  readonly keptUnanswered: string;
};

/** How long before a person's key ends the office is told, and how often again, as spans (see `parseSpan`) in days. */
export type KeySpans = { readonly warnBefore: string; readonly warnAgain: string };

/** Every policy file, in the order in which the pages list them. */
export const POLICIES: readonly PolicyObject[] = [
  deadlines,
  tiers,
  grounds,
  outcomes,
  recommendations,
  standards,
  redFlags,
  itemCategories,
  harms,
  evidenceKinds,
  retaliationKinds,
  advice,
  jurisdictions,
  keys,
];

export const DEADLINE_LINES: Readonly<Record<string, DeadlineLine>> = deadlines.entries;
export const FACTORS = tiers.entries as readonly Factor[];
export const TIER_STEPS = tiers.thresholds as readonly TierStep[];
export const TIER_RULES = tiers.rules as readonly TierRule[];
export const GROUND_ENTRIES: readonly GroundEntry[] = grounds.entries;
export const OUTCOME_ENTRIES = outcomes.entries as readonly OutcomeEntry[];
export const RECOMMENDATION_IDS: readonly string[] = recommendations.entries.map(({ id }) => id);
export const STANDARD_ENTRIES: readonly StandardEntry[] = standards.entries;
export const RED_FLAGS: readonly RedFlag[] = redFlags.entries;
export const ITEM_CATEGORIES: readonly ItemCategory[] = itemCategories.entries;
export const HARM_IDS: readonly string[] = harms.entries.map(({ id }) => id);
export const EVIDENCE_KIND_IDS: readonly string[] = evidenceKinds.entries.map(({ id }) => id);
export const RETALIATION_KIND_IDS: readonly string[] = retaliationKinds.entries.map(({ id }) => id);
export const ADVICE: AdviceSpans = advice.entries;
export const KEY_SPANS: KeySpans = keys.entries;
export const JURISDICTIONS: readonly JurisdictionNotice[] = jurisdictions.entries;
