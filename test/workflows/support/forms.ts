import { ATTESTATIONS, addDays, type CaseContext, type EventType, PUBLISHING, publishes } from "~workflows";
import { digestOf, everyItem, item, LEAD, PEOPLE, type Told, type Who } from "./cast";

type Form = NonNullable<Told[2]>;

/** The forms that make a difference to where a case goes, beside the ordinary complete one. */
export function formsFor(type: EventType, { at, closedDay, recused }: CaseContext, day: string): Form[] {
  const investigator = recused.includes(PEOPLE.ida.person) ? PEOPLE.many.person : PEOPLE.ida.person;
  const isLate = closedDay !== null && day > addDays(closedDay, 60);
  switch (type) {
    case "case.acknowledge":
      return [{ codes: { recused: [PEOPLE.struck.person] } }];
    case "investigator.assign":
      return [{ codes: { person: investigator } }];
    case "conflict.allege":
      return [{ codes: { person: PEOPLE.newcomer.person } }];
    case "act.propose":
      return [{ codes: { for: at.procedure === "archived" ? "hold.lift" : "identity.disclose" } }];
    case "review.request":
      return [isLate ? { codes: { reason: "newFacts" } } : {}];
    default:
      return [{}];
  }
}

/** The tables' guards that ask for a code of their own in the act. */
const ATTESTED = [
  "G-ADM",
  "G-HASH",
  "G-RIGHTS",
  "G-WAIVE",
  "G-SAFE",
  "G-IDSAFE",
  "G-PUB",
  "G-COERC",
  "G-HEARD",
  "G-CONS",
];

/** Forms that miss one thing each, or say something wrong. A procedure in order refuses them, or does not need what they miss. */
export function faultyForms(type: EventType, who: Who, day: string, guards: readonly string[]): Form[] {
  const items = everyItem(who);
  const without = (kind: string) => items.filter((one) => one.kind !== kind);
  const codes: Form["codes"][] = [
    ...(guards.some((guard) => ATTESTED.includes(guard)) ? ATTESTATIONS : []).map((gone) => ({
      attest: ATTESTATIONS.filter((code) => code !== gone),
    })),
    ...[{ attest: [] }, { standards: [] }, { ground: null, outcome: null }, { outcome: "MADE_UP" }],
    ...[{ proposal: digestOf("edited") }, { recommendations: "?" }, { result: null, withhold: null }, { minimum: [] }],
    ...[{ commitment: "soon" }, { person: PEOPLE.struck.person }, { person: PEOPLE.tess.person }, { reason: null }],
    { allegation: "1" },
    ...(publishes(type) ? [{ statement: digestOf("other words") }] : []),
    ...(type === "act.propose" ? PUBLISHING.map((step) => ({ for: step, statement: null })) : []),
    { package: "gone" },
    { handed: ["identity"] },
  ];
  const brought = [
    [],
    ...items.map(({ kind }) => without(kind)),
    [...without("rationale"), item("rationale", "deliberation", who, 1)],
  ];
  const leads = [
    null,
    ...(["isSelf", "isConsolidated", "isClosed", "leadsOthers"] as const).map((fault) => ({ ...LEAD, [fault]: true })),
  ];
  const isJoin = type === "consolidation.propose" || type === "review.approve";
  return [
    { day },
    ...codes.map((one): Form => ({ codes: one ?? {} })),
    ...brought.map((some): Form => ({ facts: { items: some } })),
    { facts: { access: [] } },
    { facts: { directory: [] } },
    ...(publishes(type) ? [{ facts: { published: digestOf("other words") } }] : []),
    { facts: { staleKeys: true, validRecipientKeys: 0, custodians: [] } },
    ...(isJoin ? leads.map((lead): Form => ({ facts: { lead } })) : []),
  ];
}
