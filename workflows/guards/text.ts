import type { CaseContext } from "../context";
import { type CaseEvent, textCode } from "../events";
import { publishes } from "../publications";
import type { Guard } from "./check";

const DIGEST = /^[0-9a-f]{64}$/;

/** The text to be published, sealed for the office by whoever proposes it. */
function bringsDraft({ actor, facts }: CaseEvent): boolean {
  return facts.items.some(
    ({ kind, compartment, signedBy }) => kind === "statement" && compartment === "deliberation" && signedBy === actor,
  );
}

/** The digest of the text that was proposed to be published by this step; null where none was. */
function proposedText({ proposals }: CaseContext, { type }: CaseEvent): string | null {
  const proposal = proposals[type];
  return proposal ? textCode(proposal.codes, "statement") : null;
}

/**
 * What is published is, to the letter, what somebody proposed and somebody else approved: the proposal seals the text and
 * names its digest, and the answer names the same digest and brings the text that has it.
 */
export const G_TEXT: Guard = [
  {
    rule: "noStatement",
    need: () => "statement",
    holds: (_context, event) => {
      const { type, codes, facts } = event;
      if (!facts.bindsTexts || type !== "act.propose" || !publishes(codes.for)) return true;
      return DIGEST.test(textCode(codes, "statement") ?? "") && bringsDraft(event);
    },
  },
  {
    rule: "noStatement",
    holds: (context, event) =>
      !event.facts.bindsTexts || !publishes(event.type) || proposedText(context, event) !== null,
  },
  {
    rule: "otherStatement",
    need: () => "statement",
    holds: (context, event) => {
      const { type, codes, facts } = event;
      if (!facts.bindsTexts || !publishes(type)) return true;
      const proposed = proposedText(context, event);
      return textCode(codes, "statement") === proposed && facts.published === proposed;
    },
  },
];
