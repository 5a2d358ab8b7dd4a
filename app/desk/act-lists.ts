import type { ActorRole } from "~workflows/roles";
import type { BlockedAct, CaseRecord, EventType, OpenAct } from "./records";

/** What is possible in every state and moves nothing; it stands under the steps. */
const SIDE_ACTS: readonly EventType[] = [
  "office.message",
  "case.note",
  "access.grant",
  "identity.release",
  "conflict.declare",
];

/** A clear conscience comes first: before it, the procedure refuses most other steps. */
const FIRST: readonly EventType[] = ["conflict.declareNone"];

/** The open acts, each once, in two groups: steps of the procedure, and what is always possible. */
export function openActsOf({ open }: Pick<CaseRecord, "open">): { steps: OpenAct[]; always: OpenAct[] } {
  const once = open.filter((act, index) => open.findIndex(({ event }) => event === act.event) === index);
  const steps = once.filter(({ event }) => !SIDE_ACTS.includes(event));
  const rank = ({ event }: OpenAct) => (FIRST.includes(event) ? 0 : 1);
  return {
    steps: steps.sort((a, b) => rank(a) - rank(b)),
    always: once.filter(({ event }) => SIDE_ACTS.includes(event)),
  };
}

/** Refusals that somebody else would not meet; for these the page says who could. */
const ABOUT_THE_PERSON = ["notYourRole", "noAccess", "recused", "samePerson", "notFresh", "notCustodian"];

/** Acts that the state has but that are not open to this person. What only the reporter or the clock can do is left out, and what is moot. */
export function blockedActsOf({
  open,
  blocked,
  compartments,
}: Pick<CaseRecord, "open" | "blocked" | "compartments">): BlockedAct[] {
  const isForPeople = (role: ActorRole) => role !== "reporter" && role !== "system";
  const hasIdentity = compartments.some(({ type }) => type === "identity");
  return blocked
    .filter((act, index) => blocked.findIndex(({ event }) => event === act.event) === index)
    .filter(({ event, whoCould }) => !open.some((act) => act.event === event) && whoCould.some(isForPeople))
    .filter(({ event, rule }) => rule !== "alreadyDeclared" && (event !== "identity.release" || hasIdentity));
}

/** The roles that could do what this person cannot; empty where the rule is about the case itself. */
export function whoCould({ rule, whoCould: roles }: BlockedAct): readonly ActorRole[] {
  return ABOUT_THE_PERSON.includes(rule) ? roles.filter((role) => role !== "reporter" && role !== "system") : [];
}
