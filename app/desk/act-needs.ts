import type { FormNeed } from "~workflows/guards/check";
import { rowsOf } from "~workflows/rows";
import type { ActAnswers } from "./act-answers";
import type { CaseRecord, EventType, Kind, OpenAct } from "./records";

/** Stands in for the reporter's consent: a legal duty, with notice given before. */
export const LEGAL_DUTY = "NOTIFIED_BEFORE";

/** Said by whoever takes somebody off for whom the case waits. */
export const REMOVES_NEXT = "REMOVES_NEXT";

/** What an act needs once the form is filled in so far: a legal duty in place of consent has to be reasoned. */
export function needsOf({ needs }: Pick<OpenAct, "needs">, { attest }: Pick<ActAnswers, "attest">): FormNeed[] {
  const isDuty = needs.includes("consent") && attest.includes(LEGAL_DUTY);
  return isDuty && !needs.includes("rationale") ? [...needs, "rationale"] : [...needs];
}

/** The codes that an act asks to be attested, each on a line of its own. */
export function attestationsOf({ needs }: Pick<OpenAct, "needs">): string[] {
  return needs.flatMap((need) => (need.startsWith("attest:") ? [need.slice("attest:".length)] : []));
}

const WITH_WORDS: readonly FormNeed[] = [
  ...(["rationale", "note", "package", "answer", "message", "notice", "triage", "files"] as const),
];

/** Steps about which there is nothing to say beside the step itself. */
const WORDLESS: readonly EventType[] = [
  "conflict.declareNone",
  "conflict.declare",
  "access.grant",
  "message.noReplyNeeded",
  "key.rewrapped",
];

/**
 * Whether an act that asks for no words lets its author add a note for the colleagues, such as what was asked of an authority.
 * The authority's own contact is no colleague.
 */
export function offersNote({ event, needs, role }: Pick<OpenAct, "event" | "needs" | "role">): boolean {
  return role !== "liaison" && !WORDLESS.includes(event) && !needs.some((need) => WITH_WORDS.includes(need));
}

/**
 * Whether files can go to the reporter with the step. Whoever reads with OpenPGP alone gets text, which shows as it is in any
 * program; a file would come to them without its name.
 */
export function offersFiles({ needs }: Pick<OpenAct, "needs">, { channel }: Pick<CaseRecord, "channel">): boolean {
  return needs.includes("message") && channel === "browser";
}

/** Whether the step puts somebody else's answer on record: the note is then what they said, not what the officer thinks. */
export function recordsAnswer(kind: Kind, event: EventType): boolean {
  return rowsOf(kind).some((row) => row.event === event && row.guards.includes("G-ANSWER"));
}

/** Whether the list of recommendations can stay empty: a statement on a complaint may find nothing to recommend. */
export function mayRecommendNothing(kind: Kind, event: EventType): boolean {
  return kind === "complaint" && event === "decision.issue";
}
