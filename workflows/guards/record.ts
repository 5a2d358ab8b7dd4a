import { isClosureGround, isOneOf, outcomesOfEvent } from "../codes";
import type { CaseEvent } from "../events";
import { listCode } from "../events";
import type { ItemFact } from "../facts";
import { isStandard } from "../standards";
import { declaredOrOutside } from "./actor";
import type { Guard } from "./check";

const REASONED_KINDS = ["rationale", "findings", "decision"];

/** What an authority's contact writes goes where what was put to them stands, and nowhere else. */
function isAnswer({ compartment }: ItemFact): boolean {
  return compartment === "respondent";
}

/**
 * The item that carries the actor's reasons: signed by the actor, in the deliberation compartment, readable by at least two.
 * An authority's contact has no part in the deliberation: their reasons are their answer.
 */
export function findReasons({ actor, role, facts }: CaseEvent): ItemFact | null {
  const isReasons = (item: ItemFact) =>
    (role === "liaison" ? isAnswer(item) : REASONED_KINDS.includes(item.kind) && item.compartment === "deliberation") &&
    item.signedBy === actor &&
    item.recipients >= 2;
  return facts.items.find(isReasons) ?? null;
}

/** Reasons are on record with at least one known standard, and the ground or outcome is one of the published list. */
export const G_RAT: Guard = [
  {
    rule: "noRationale",
    need: ({ role }) => (role === "liaison" ? "answer" : "rationale"),
    holds: (_context, event) => findReasons(event) !== null,
  },
  {
    rule: "noStandard",
    need: () => "standards",
    holds: (_context, { codes }) => {
      const standards = listCode(codes, "standards");
      return standards.length > 0 && standards.every(isStandard);
    },
  },
  {
    rule: "noGround",
    need: () => "ground",
    holds: (_context, { type, codes }) => type !== "closure.propose" || isClosureGround(codes.ground),
  },
  {
    rule: "noOutcome",
    need: () => "outcome",
    holds: ({ kind }, { type, codes }) => {
      const possible = outcomesOfEvent(kind, type);
      return possible.length === 0 || isOneOf(possible, codes.outcome);
    },
  },
];

/** The reporter is told the outcome and the remedies by this act; closing after a decision may rest on the notice that came with it. */
export const G_NOTICE: Guard = [
  {
    rule: "noNotice",
    need: () => "notice",
    holds: ({ noticed }, { type, facts }) =>
      (noticed && type === "case.close") ||
      facts.items.some(({ kind, compartment }) => kind === "notice" && compartment === "correspondence"),
  },
];

/** The act brings a message between reporter and office; bare messages are the ones made without this software's pages. */
export const G_MESSAGE: Guard = [
  {
    rule: "noMessage",
    need: () => "message",
    holds: (_context, { facts }) =>
      facts.items.some(({ compartment }) => compartment === "correspondence" || compartment === "bare"),
  },
];

/** A note is sealed for the office's own deliberation and signed by its author. */
export const G_NOTE: Guard = [
  {
    rule: "noNote",
    need: () => "note",
    holds: (_context, { actor, facts }) =>
      facts.items.some(({ compartment, signedBy }) => compartment === "deliberation" && signedBy === actor),
  },
];

/** The act brings something to keep: a sealed item in any compartment. */
export const G_ITEM: Guard = [
  {
    rule: "noMessage",
    need: ({ role }) => (role === "liaison" ? "answer" : "files"),
    holds: (_context, { role, facts }) => (role === "liaison" ? facts.items.some(isAnswer) : facts.items.length > 0),
  },
];

/** A party's answer is on record: the reporter's message, what the authority's contact wrote under what was put to them, or the note of the officer who enters it. */
export const G_ANSWER: Guard = [
  declaredOrOutside,
  {
    rule: "noMessage",
    need: ({ role }) => (role === "reporter" ? "message" : role === "liaison" ? "answer" : "note"),
    holds: (_context, { actor, role, facts }) =>
      facts.items.some((item) => {
        if (role === "reporter") return item.compartment === "correspondence" || item.compartment === "bare";
        return item.signedBy === actor && (role !== "liaison" || isAnswer(item));
      }),
  },
];
