import {
  type ActorRole,
  ATTESTATIONS,
  type CaseContext,
  type CaseEvent,
  type CaseSnapshot,
  type Codes,
  type EventType,
  type Facts,
  type ItemFact,
  minimumOf,
  outcomesOfEvent,
  PUBLISHED_LIMITS,
  publishes,
  type Role,
  SATURDAY_SUNDAY,
  type StepResult,
  step,
} from "~workflows";

/** Person ids as the office has them: 32 hex characters. */
const id = (letter: string) => letter.repeat(32);

/**
 * The people of a small office. `many` holds every case role at once; `struck` too, but the reporter strikes them out; `newcomer`
 * declares nothing; fay, fox and finn come from an outside pool when a review is asked for.
 */
export const PEOPLE = {
  tess: { person: id("1"), roles: ["intake"] },
  tom: { person: id("2"), roles: ["intake"] },
  ida: { person: id("3"), roles: ["investigator"] },
  omar: { person: id("4"), roles: ["ombudsperson"] },
  vera: { person: id("5"), roles: ["reviewer"] },
  vic: { person: id("6"), roles: ["reviewer"] },
  lena: { person: id("7"), roles: ["liaison"] },
  adam: { person: id("8"), roles: ["administrator"] },
  many: { person: id("9"), roles: ["intake", "investigator", "ombudsperson", "reviewer"] },
  struck: { person: id("a"), roles: ["intake", "investigator", "ombudsperson", "reviewer", "liaison"] },
  fay: { person: id("c"), roles: ["reviewer"] },
  fox: { person: id("d"), roles: ["reviewer"] },
  finn: { person: id("e"), roles: ["reviewer"] },
  newcomer: { person: id("b"), roles: ["intake", "investigator", "ombudsperson", "reviewer", "liaison"] },
} as const satisfies Record<string, { person: string; roles: readonly Role[] }>;
export type Name = keyof typeof PEOPLE;
export type Who = Name | "reporter" | "system";

const DIRECTORY = Object.values(PEOPLE);
const EVERYBODY = DIRECTORY.map(({ person }) => person);

export const DAY = "2026-03-02";

export function personOf(who: Who): string {
  return who === "reporter" || who === "system" ? who : PEOPLE[who].person;
}

export function rolesOf(who: Who): readonly ActorRole[] {
  return who === "reporter" || who === "system" ? [who] : PEOPLE[who].roles;
}

/** A different, well-formed digest for every name. */
export function digestOf(name: string): string {
  return Buffer.from(name.padEnd(32, "-").slice(0, 32)).toString("hex");
}

const COMMITMENT = digestOf("commitment");
/** The text that everybody in these stories publishes. */
const TEXT = digestOf("text");
const ITEMS = new Map<string, ItemFact>();

export function item(kind: string, compartment: ItemFact["compartment"], who: Who, recipients = 3): ItemFact {
  const key = `${kind} ${compartment} ${who} ${recipients}`;
  const signedBy = who === "reporter" || who === "system" ? null : personOf(who);
  const made = ITEMS.get(key) ?? { digest: digestOf(`${kind} by ${who}`), kind, compartment, signedBy, recipients };
  ITEMS.set(key, made);
  return made;
}

/** A case that others may be joined to. */
export const LEAD = { isSelf: false, isConsolidated: false, isClosed: false, leadsOthers: false };

export function facts(day = DAY, items: readonly ItemFact[] = []): Facts {
  return {
    day,
    items,
    directory: DIRECTORY,
    access: EVERYBODY,
    validRecipientKeys: EVERYBODY.length,
    custodians: EVERYBODY,
    limits: PUBLISHED_LIMITS,
    holidays: [],
    weekend: SATURDAY_SUNDAY,
    staleKeys: false,
    lead: null,
    published: null,
    bindsTexts: true,
  };
}

/** One item of each kind that an act can be asked for. */
export function everyItem(who: Who): ItemFact[] {
  return [
    item("rationale", "deliberation", who),
    item("triage", "deliberation", who),
    item("notice", "correspondence", who),
    item("message", "correspondence", who),
    item("package", "respondent", who),
    item("handover", "deliberation", who),
    item("transfer", "correspondence", who),
    item("answer", "respondent", who),
    item("statement", "deliberation", who),
  ];
}

/** Steps that say which allegation they are about. */
const ALLEGED: readonly EventType[] = ["conflict.uphold", "conflict.dismiss", "act.propose"];

/** Everything that any form could bring, so that only the case itself can stand in the way. */
export function completeForm(
  { kind, policy, proposals, allegations }: CaseContext,
  type: EventType,
  who: Who,
  day = DAY,
): { codes: Codes; facts: Facts } {
  const codes: Codes = {
    standards: ["STD-GOOD-ADMIN"],
    ground: "MINOR",
    outcome: outcomesOfEvent(kind, type)[0] ?? null,
    recommendations: ["RECONSIDER"],
    result: "DIVERTED",
    implementation: "partly",
    withhold: "SAFETY",
    purpose: "referral",
    policy: policy === "deadlines@1+1" ? "deadlines@1+2" : "deadlines@1+1",
    attest: ATTESTATIONS.map((code) => code as string),
    tier: "T3",
    commitment: COMMITMENT,
    minimum: [...minimumOf(kind)],
    reason: "procedure",
    proposal: proposals[type]?.digest ?? null,
    person: type === "package.send" ? PEOPLE.lena.person : PEOPLE.ida.person,
    role: "investigator",
    lead: id("f"),
    people: [PEOPLE.vic.person],
    statement: TEXT,
    package: digestOf("package"),
    recipient: "ab".repeat(20),
    handed: ["letter", "report"],
    for: "identity.disclose",
    ...(ALLEGED.includes(type) && allegations[0]
      ? { allegation: proposals[type]?.codes.allegation ?? allegations[0].id }
      : {}),
  };
  return { codes, facts: { ...facts(day, everyItem(who)), lead: LEAD, published: publishes(type) ? TEXT : null } };
}

/** One act with a complete form. The role defaults to the person's first. */
export function act(
  snapshot: CaseSnapshot,
  type: EventType,
  who: Who,
  more: { role?: ActorRole; codes?: Codes; facts?: Partial<Facts>; day?: string } = {},
): CaseEvent {
  const form = completeForm(snapshot.context, type, who, more.day);
  return {
    type,
    actor: personOf(who),
    role: more.role ?? rolesOf(who)[0] ?? "administrator",
    codes: { ...form.codes, ...more.codes },
    facts: { ...form.facts, ...more.facts },
  };
}

export type Told = readonly [EventType, Who, Parameters<typeof act>[3]?];

/** Tells a story act by act and gives the last step. */
export function tell(snapshot: CaseSnapshot, story: readonly Told[]): StepResult {
  let result: StepResult = { snapshot, state: snapshot.value.procedure, effects: [] };
  for (const [type, who, more] of story) result = step(result.snapshot, act(result.snapshot, type, who, more));
  return result;
}
