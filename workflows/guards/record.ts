import { isClosureGround, isOutcome } from "../codes";
import type { CaseEvent } from "../events";
import { listCode } from "../events";
import type { ItemFact } from "../facts";
import { isStandard } from "../standards";
import type { Guard } from "./check";

const REASONED_KINDS = ["rationale", "findings", "decision"];

/** The item that carries the actor's reasons: signed by the actor, in the deliberation compartment, readable by at least two. */
export function findReasons({ actor, facts }: CaseEvent): ItemFact | null {
  const isReasons = (item: ItemFact) =>
    REASONED_KINDS.includes(item.kind) &&
    item.compartment === "deliberation" &&
    item.signedBy === actor &&
    item.recipients >= 2;
  return facts.items.find(isReasons) ?? null;
}

/** Reasons are on record with at least one known standard, and the ground or outcome is one of the published list. */
export const G_RAT: Guard = [
  { rule: "noRationale", need: () => "rationale", holds: (_context, event) => findReasons(event) !== null },
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
    holds: ({ kind }, { type, codes }) => type !== "decision.issue" || isOutcome(kind, codes.outcome),
  },
];

/** The reporter is told the outcome and the remedies: by this act, or by the act that decided. */
export const G_NOTICE: Guard = [
  {
    rule: "noNotice",
    need: () => "notice",
    holds: ({ noticed }, { facts }) =>
      noticed || facts.items.some(({ kind, compartment }) => kind === "notice" && compartment === "correspondence"),
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
