import { type ActAnswers, NO_ANSWERS } from "~/desk/act-answers";
import type { MadePackage } from "~/desk/handover/choice";
import type { CaseRecord, EventType, Kind, OpenAct, Region, StateId } from "~/desk/records";
import {
  ATTESTATIONS,
  EVENTS,
  type Facts,
  minimumOf,
  openActs,
  outcomesOfEvent,
  PUBLISHED_LIMITS,
  PUBLISHED_LIMITS_VERSION,
  type Role,
  SATURDAY_SUNDAY,
  startCase,
} from "~workflows";
import { DAY } from "./support";

export const ME = "a".repeat(32);
export const COLLEAGUE = "b".repeat(32);
export const THIRD = "c".repeat(32);
export const ALL_ROLES: readonly Role[] = ["intake", "investigator", "ombudsperson", "reviewer", "liaison"];
export const PROPOSED = "d".repeat(64);
/** The digest of the text that was proposed to be published. */
export const TEXT = "7".repeat(64);

export type Plan = { kind: Kind; state: StateId; beside?: { readonly [region in Region]?: string }; context?: object };

/** What the service would have found about the office: three people with every role, all of them on the case. */
export function factsOf(change: Partial<Facts> = {}): Facts {
  return {
    day: DAY,
    items: [],
    directory: [ME, COLLEAGUE, THIRD].map((person) => ({ person, roles: ALL_ROLES })),
    access: [ME, COLLEAGUE, THIRD],
    validRecipientKeys: 3,
    custodians: [ME],
    limits: PUBLISHED_LIMITS,
    holidays: [],
    weekend: SATURDAY_SUNDAY,
    staleKeys: true,
    lead: null,
    published: null,
    bindsTexts: true,
    ...change,
  };
}

/** A case that stands anywhere, with a proposal of a colleague for every step that takes two people, as ME sees it. */
export function caseAt({ kind, state, beside = {}, context = {} }: Plan, roles = ALL_ROLES): CaseRecord {
  const policy = PUBLISHED_LIMITS_VERSION;
  const start = startCase({ kind, day: "2026-08-03", channel: "browser", policy, urgent: false });
  const at = { ...start.value, evidence: "sealed", ...beside, procedure: state } as typeof start.value;
  const proposal = {
    event: "act.propose",
    by: COLLEAGUE,
    digest: PROPOSED,
    codes: { allegation: "1", statement: TEXT },
  } as const;
  const snapshot = {
    ...start,
    value: at,
    context: {
      ...start.context,
      at,
      tier: "T2",
      pendingTier: "T3",
      workOrigin: "preliminaryAssessment",
      declared: [ME, COLLEAGUE, THIRD],
      proposals: Object.fromEntries(EVENTS.map((event) => [event, proposal])),
      cleared: COLLEAGUE,
      accepted: { reporter: true, other: true },
      withdrawalDay: "2026-08-10",
      closedDay: state === "closed" ? "2026-11-02" : null,
      allegations: ["1", "2"].map((id) => ({ id, person: id === "1" ? THIRD : null, by: "reporter", day: DAY })),
      allegationCount: 2,
      flaggedAgain: true,
      inquiry: { plan: true, review: "owed" },
      lead: "e".repeat(32),
      ...context,
    },
  } as CaseRecord["snapshot"];
  return {
    case: "f".repeat(32),
    reference: "AAA-BBB-CC",
    kind,
    state,
    channel: "browser",
    tier: "T2",
    today: DAY,
    createdDay: "2026-08-03",
    snapshot,
    dues: [],
    acts: [],
    items: [],
    compartments: [],
    members: [ME, COLLEAGUE, THIRD].map((person) => ({ person })),
    newestPolicy: `${policy}+1`,
    lead: null,
    isLead: 0,
    ...openActs(snapshot, { person: ME, roles }, factsOf()),
  } as unknown as CaseRecord;
}

const MADE: MadePackage = {
  digest: "d".repeat(64),
  fileName: "0123456789ab.asc",
  bytes: 30_000,
  recipient: "ab".repeat(20),
  kinds: ["letter", "report"],
  kept: { recipient: { name: "Office of Elsewhere" } },
  told: "Your case went to another office.",
};

/** A form with everything filled in that this act could ask for; a triage sheet is filled in by its own tests. */
export function filledFor(kind: Kind, event: EventType): ActAnswers {
  return {
    ...NO_ANSWERS,
    rationale: "The papers agree with each other and with the register. ".repeat(5),
    standards: ["STD-WBD-9"],
    ground: "MINOR",
    outcome: outcomesOfEvent(kind, event)[0] ?? null,
    recommendations: ["REASONS"],
    message: "We have read it.",
    notice: "This is what was decided.",
    note: "They wrote on Monday.",
    package: "Why has there been no decision?",
    handover: { ...NO_ANSWERS.handover, made: MADE },
    answer: "It lay with another department.",
    minimum: [...minimumOf(kind)],
    attest: [...ATTESTATIONS],
    person: THIRD,
    role: "investigator",
    alleged: THIRD,
    allegation: "1",
    people: [THIRD],
    lead: "e".repeat(32),
    purpose: "referral",
    until: "2027-06-30",
    result: "DIVERTED",
    implementation: "partly",
    withhold: "SAFETY",
    statement: { title: "A licence", language: "en", text: "It was looked at.\n\nIt is looked at again." },
    tier: "T2",
    tierWhy: "The points say so.",
    factors: Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`F${index + 1}`, 1])),
  };
}

/** What tells one open act from another in a message. */
export function nameOf({ event, for: answer, needs }: OpenAct): string {
  return `${event}${answer ? ` for ${answer}` : ""} (${needs.join(", ")})`;
}
