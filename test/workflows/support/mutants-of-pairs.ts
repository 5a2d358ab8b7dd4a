import { GUARDS } from "~workflows/guards";
import type { Check, Guard } from "~workflows/guards/check";
import { PEOPLE } from "./cast";
import { addRole, dropGuards, dropRule, type Mutant, retarget } from "./mutant";

/** Four eyes that only look at who proposed, not at who investigated or reviewed. */
const SHALLOW: Guard = GUARDS["G-4E"].map((check: Check) =>
  check.rule === "samePerson"
    ? { ...check, holds: ({ proposals }, { actor, type }) => proposals[type]?.by !== actor }
    : check,
);
const SAME = "I1: nobody approves what they proposed";
const DECIDER = "I2: only an unrecused ombudsperson who neither investigated nor reviewed decides";

/** Where two people are needed, and one is enough in these. */
export const MUTANTS_OF_PAIRS: readonly Mutant[] = [
  {
    flaw: "closing without a second person",
    kind: "tip",
    change: dropGuards("C12", "G-4E"),
    from: "case.acknowledge",
    withMany: true,
    caughtBy: "I1: what is approved is exactly what was proposed",
  },
  { flaw: "discarding without a second person", kind: "tip", change: dropGuards("C04", "G-4E"), caughtBy: SAME },
  {
    flaw: "lowering a tier without a second person",
    kind: "tip",
    change: dropGuards("C07a", "G-4E"),
    from: "case.acknowledge",
    caughtBy: SAME,
  },
  {
    flaw: "reopening without a second person",
    kind: "tip",
    change: dropGuards("C38", "G-4E"),
    from: "case.close",
    caughtBy: SAME,
  },
  {
    flaw: "a decision without four eyes",
    kind: "tip",
    change: dropGuards("A09", "G-4E"),
    from: "review.approve",
    caughtBy: "I1: what is approved is exactly what was proposed",
  },
  {
    flaw: "a decision by a reviewer",
    kind: "tip",
    change: addRole("A09", "reviewer"),
    from: "review.approve",
    caughtBy: DECIDER,
  },
  {
    flaw: "a decision by the investigator",
    kind: "grievance",
    change: { guards: { "G-4E": SHALLOW } },
    from: "triage.setTier",
    withMany: true,
    caughtBy: DECIDER,
  },
  {
    flaw: "a recommendation without four eyes",
    kind: "grievance",
    change: dropGuards("B27", "G-4E"),
    from: "review.approve",
    caughtBy: "I1: what is approved is exactly what was proposed",
  },
  {
    flaw: "an approval of other words than the proposed ones",
    kind: "complaint",
    change: dropRule("G-4E", "changedSinceProposed"),
    from: "triage.setTier",
    caughtBy: "I1: what is approved is exactly what was proposed",
  },
  {
    flaw: "publishing without a second person",
    kind: "complaint",
    change: dropGuards("K31", "G-4E", "G-TEXT"),
    from: "decision.issue",
    caughtBy: SAME,
  },
  {
    flaw: "withholding a statement without a second person",
    kind: "complaint",
    change: dropGuards("K32", "G-4E"),
    from: "decision.issue",
    caughtBy: SAME,
  },
  {
    flaw: "a case handed over without a second person",
    kind: "complaint",
    change: dropGuards("K03", "G-4E"),
    from: "case.acknowledge",
    caughtBy: SAME,
  },
  {
    flaw: "an urgent disclosure ratified by whoever made it",
    kind: "tip",
    change: dropGuards("S36", "G-4E"),
    from: "case.acknowledge",
    told: [
      ["urgent.flag", "tess"],
      ["urgent.authorise", "omar"],
    ],
    track: ["urgency"],
    caughtBy: "I1: what is approved is exactly what was proposed",
  },
  {
    flaw: "an incident closed by one person",
    kind: "tip",
    change: dropGuards("S65", "G-4E"),
    from: "case.acknowledge",
    track: ["protection"],
    caughtBy: SAME,
  },
  {
    flaw: "protection ended by one person",
    kind: "tip",
    change: dropGuards("S69", "G-4E"),
    from: "case.acknowledge",
    told: [
      ["retaliation.report", "reporter"],
      ["protection.act", "omar"],
      ["measures.review", "omar"],
    ],
    track: ["protection"],
    caughtBy: SAME,
  },
  {
    flaw: "a hold lifted by one person",
    kind: "tip",
    change: dropGuards("S94", "G-4E"),
    from: "case.acknowledge",
    track: ["retention"],
    caughtBy: SAME,
  },
  {
    flaw: "an interim recommendation by one person",
    kind: "grievance",
    change: dropGuards("S101", "G-4E"),
    from: "investigator.assign",
    track: ["interim"],
    caughtBy: SAME,
  },
  {
    flaw: "a withdrawal overruled by one person",
    kind: "tip",
    change: dropGuards("S24", "G-4E"),
    from: "case.acknowledge",
    track: ["standing"],
    caughtBy: SAME,
  },
  {
    flaw: "an allegation dismissed by the person alleged",
    kind: "tip",
    change: dropGuards("S75", "G-UNALLEGED"),
    from: "case.acknowledge",
    told: [["conflict.allege", "tess", { codes: { person: PEOPLE.omar.person } }]],
    track: ["conflict"],
    caughtBy: "the person alleged has no voice",
  },
  {
    flaw: "an allegation upheld on the word of the person alleged",
    kind: "tip",
    change: dropGuards("S74", "G-UNALLEGED"),
    from: "case.acknowledge",
    told: [["conflict.allege", "tess", { codes: { person: PEOPLE.tom.person } }]],
    track: ["conflict"],
    caughtBy: "the person alleged has no voice",
  },
  {
    flaw: "the last of several allegations answered with the first",
    kind: "tip",
    change: retarget("S75", "clear"),
    from: "case.acknowledge",
    told: [
      ["conflict.allege", "tess", { codes: { person: PEOPLE.omar.person } }],
      ["conflict.allege", "tess", { codes: { person: PEOPLE.vic.person } }],
      ["act.propose", "tess", { codes: { for: "conflict.dismiss", allegation: "2" } }],
    ],
    track: ["conflict"],
    caughtBy: "each allegation is answered by itself, and the last one ends the review",
  },
  {
    flaw: "an answer to another allegation than the proposed one",
    kind: "tip",
    change: dropGuards("S74", "G-ALLEGATION"),
    from: "case.acknowledge",
    told: [
      ["conflict.allege", "tess", { codes: { person: PEOPLE.omar.person } }],
      ["conflict.allege", "tess", { codes: { person: PEOPLE.vic.person } }],
      ["act.propose", "tess", { codes: { for: "conflict.uphold", allegation: "2" } }],
    ],
    track: ["conflict"],
    caughtBy: "an answer is about the very person whom the proposal was about",
  },
  {
    flaw: "keys taken until one reader is left",
    kind: "tip",
    change: dropRule("G-NARROW", "tooFewReaders"),
    from: "case.acknowledge",
    caughtBy: "keys are taken from named people alone, with reasons, and two people can still read",
  },
];
