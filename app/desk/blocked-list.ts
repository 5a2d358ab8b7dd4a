import type { RefusalRule } from "~workflows/refusal";
import type { ActorRole } from "~workflows/roles";
import { isPressing, placeOf } from "./act-places";
import type { BlockedAct, CaseRecord } from "./records";

/** Refusals that say that there is nothing to do; telling them helps nobody. */
const MOOT: readonly RefusalRule[] = [
  "alreadyDeclared",
  "withdrawalNotRequested",
  "archivedCase",
  "notDue",
  "alreadyUsed",
];

/** Lines that can be read at a glance; the whole procedure stands further down on the page. */
const MOST_LINES = 12;

type Listed = Pick<CaseRecord, "kind" | "open" | "blocked" | "snapshot">;

/**
 * What the case has where it stands, but not for this person: steps of the procedure, and of regions that do not wait.
 *
 * Shape: what only the reporter or the clock can do is left out, and what waits for nothing but a declaration, as the
 *        declaration itself stands first on the page. `more` counts what is not listed for its number.
 */
export function blockedActsOf(record: Listed): { acts: BlockedAct[]; more: number } {
  const { kind, open, blocked } = record;
  const isShown = ({ event }: BlockedAct) => {
    const place = placeOf(kind, event);
    return place === "main" || (place !== "always" && isPressing(record, place));
  };
  const acts = blocked
    .filter((act, index) => blocked.findIndex(({ event }) => event === act.event) === index)
    .filter(({ event, whoCould: roles }) => !open.some((act) => act.event === event) && roles.some(isForPeople))
    .filter(({ rule }) => !MOOT.includes(rule) && rule !== "noConflictDeclaration")
    .filter(isShown);
  return { acts: acts.slice(0, MOST_LINES), more: Math.max(0, acts.length - MOST_LINES) };
}

const isForPeople = (role: ActorRole) => role !== "reporter" && role !== "system";

/** Refusals that somebody else would not meet; for these the page says who could. */
const ABOUT_THE_PERSON: readonly RefusalRule[] = [
  "notYourRole",
  "noAccess",
  "recused",
  "samePerson",
  "notFresh",
  "notCustodian",
  "notAllegedPerson",
  "noProposal",
  "notIdentitySafe",
];

/** The roles that could do what this person cannot; empty where the rule is about the case itself. */
export function whoCould({ rule, whoCould: roles }: BlockedAct): readonly ActorRole[] {
  return ABOUT_THE_PERSON.includes(rule) ? roles.filter(isForPeople) : [];
}
