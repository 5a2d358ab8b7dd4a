import {
  type ActorRole,
  type CaseContext,
  type CaseEvent,
  type CaseSnapshot,
  type Codes,
  type EventType,
  type Facts,
  type ItemFact,
  type Kind,
  minimumOf,
  outcomesOf,
  type Role,
  type StepResult,
  startCase,
  step,
} from "~workflows";

/** Person ids as the office has them: 32 hex characters. */
const id = (letter: string) => letter.repeat(32);

/** The people of a small office. `many` holds every case role at once; `struck` too, but the reporter strikes them out. */
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
  newcomer: { person: id("b"), roles: ["intake", "investigator", "ombudsperson", "reviewer", "liaison"] },
} as const satisfies Record<string, { person: string; roles: readonly Role[] }>;
export type Name = keyof typeof PEOPLE;
export type Who = Name | "reporter" | "system";

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

export function item(kind: string, compartment: ItemFact["compartment"], who: Who, recipients = 3): ItemFact {
  const signedBy = who === "reporter" || who === "system" ? null : personOf(who);
  return { digest: digestOf(`${kind} by ${who}`), kind, compartment, signedBy, recipients };
}

export function facts(day = DAY, items: readonly ItemFact[] = []): Facts {
  const directory = Object.values(PEOPLE);
  return {
    day,
    items,
    directory,
    access: directory.map(({ person }) => person),
    validRecipientKeys: 3,
    custodians: directory.map(({ person }) => person),
  };
}

/** Everything that any form could bring, so that only the case itself can stand in the way. */
export function completeForm({ kind, proposal }: CaseContext, who: Who, day = DAY): { codes: Codes; facts: Facts } {
  const codes: Codes = {
    standards: ["STD-GOOD-ADMIN"],
    ground: "MINOR",
    outcome: outcomesOf(kind)[0] ?? null,
    tier: "T3",
    commitment: digestOf("commitment"),
    minimum: [...minimumOf(kind)],
    reason: "procedure",
    proposal: proposal?.digest ?? null,
    person: PEOPLE.ida.person,
    role: "investigator",
  };
  const items = [
    item("rationale", "deliberation", who),
    item("triage", "deliberation", who),
    item("notice", "correspondence", who),
    item("message", "correspondence", who),
  ];
  return { codes, facts: facts(day, items) };
}

/** One act with a complete form. The role defaults to the person's first. */
export function act(
  snapshot: CaseSnapshot,
  type: EventType,
  who: Who,
  more: { role?: ActorRole; codes?: Codes; facts?: Partial<Facts>; day?: string } = {},
): CaseEvent {
  const form = completeForm(snapshot.context, who, more.day);
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

const DECLARING: readonly Name[] = ["tess", "tom", "ida", "omar", "vera", "vic", "many", "struck"];

/** A case just arrived, in which everyone but the newcomer has declared that they have no conflict. */
export function declaredCase(kind: Kind, day = DAY): CaseSnapshot {
  const start = startCase({ kind, day, channel: "browser" });
  return tell(
    start,
    DECLARING.map((who): Told => ["conflict.declareNone", who, { day }]),
  ).snapshot;
}

const STRUCK = { codes: { recused: [PEOPLE.struck.person] } };
const ADMIT = { tip: "triage.admit", grievance: "admissibility.admit", complaint: "triage.admit" } as const;

/** The main path up to the decision, one act after the other. */
export function mainPath(kind: Kind): readonly Told[] {
  return [
    ["case.register", "system"],
    ["case.acknowledge", "tess", STRUCK],
    ["triage.setTier", "tess"],
    [ADMIT[kind], "tess"],
    ["investigator.assign", "omar"],
    ["findings.submit", "ida"],
    ["review.approve", "vera"],
    ["decision.issue", "omar"],
    ["case.close", "omar"],
  ];
}

/** The case after the main path up to and including the given event. */
export function caseAfter(kind: Kind, until: EventType | null): CaseSnapshot {
  const path = mainPath(kind);
  const end = path.findIndex(([event]) => event === until) + 1;
  return tell(declaredCase(kind), path.slice(0, end)).snapshot;
}
