import type { Row } from "../row";

/** Closing without a decision: one person proposes with reasons, another approves those very reasons or returns them. */
export const CLOSURE_ROWS: readonly Row[] = [
  {
    id: "C11",
    from: ["preliminaryAssessment", "@inquiry", "followUp"],
    event: "closure.propose",
    by: ["intake", "investigator"],
    guards: ["G-COI", "G-RAT"],
    to: "closureReview",
    changes: ["propose", "renewNotice", "keepOrigin"],
  },
  {
    id: "C12",
    from: ["closureReview"],
    event: "review.approve",
    by: ["reviewer", "ombudsperson"],
    guards: ["G-COI", "G-4E", "G-NOTICE"],
    to: "closed",
    changes: ["notice", "close"],
  },
  {
    id: "C13",
    from: ["closureReview"],
    event: "review.return",
    by: ["reviewer", "ombudsperson"],
    guards: ["G-COI", "G-RAT"],
    to: "@origin",
    changes: ["dropProposal"],
  },
];
