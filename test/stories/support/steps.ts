import { GRANTED, INQUIRY, REASONS } from "../../../prisma/seed/demo-steps";
import type { StoryAct } from "../../../prisma/seed/demo-stories";

export { ASKED_AUTHORITY, FINDINGS, GRANTED, INQUIRY, OPENED, REASONS } from "../../../prisma/seed/demo-steps";

export const STANDARDS = { standards: ["STD-DU-821"] };

/** Two people for intake and both reviewers on the case; nothing is decided yet. */
export const TEAM: StoryAct[] = [
  { by: "tom", event: "conflict.declareNone" },
  ...GRANTED("tara", "olga", "ombudsperson"),
  ...GRANTED("tara", "viktor", "reviewer"),
];

/** The case is taken up by a team that is on it already. */
export const TAKEN_UP = (by: string, kind: Parameters<typeof INQUIRY>[1]): StoryAct[] =>
  INQUIRY(by, kind).filter((act) => act.event !== "access.grant" && !(isDeclaration(act) && act.by !== "ines"));

const isDeclaration = ({ event }: StoryAct) => event === "conflict.declareNone";

/** Proposes, with reasons on record, a step that a second person then takes. */
export const PROPOSED = (by: string, event: string): StoryAct => ({
  by,
  event: "act.propose",
  codes: { for: event, ...STANDARDS },
  rationale: REASONS,
});

/** A step that rests on reasons of its own. */
export const REASONED = (by: string, event: string, codes: StoryAct["codes"] = {}): StoryAct => ({
  by,
  event,
  codes: { ...STANDARDS, ...codes },
  rationale: REASONS,
});

/** An officer enters what an authority or a respondent answered. */
export const ANSWERED = (by: string, event: string, codes: StoryAct["codes"] = {}): StoryAct => ({
  by,
  event,
  codes,
  note: "Their letter of today, entered as it came.",
});

/** Closed without a decision: proposed by one person, approved by another. */
export const CLOSED_AS = (ground: string, by = "tara", approver = "viktor"): StoryAct[] => [
  REASONED(by, "closure.propose", { ground }),
  {
    by: approver,
    event: "review.approve",
    role: "reviewer",
    notice: "We close your case for the reason given. You can ask for a review within 60 days.",
  },
];
